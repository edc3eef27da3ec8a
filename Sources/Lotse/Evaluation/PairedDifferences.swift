import Foundation

/// What can be said of the differences between two systems on the same queries.
///
/// Both tests draw from a generator with a fixed seed: the same differences give the same figures on every machine.
public struct PairedDifferences: Sendable, Hashable {
    /// One difference a query.
    public let values: [Double]
    /// How often each test draws.
    public static let trials = 10_000
    /// What is smaller came about by rounding.
    static let smallest = 1e-9

    /// Differences, one a query, in any order that stays the same.
    public init(_ values: [Double]) { self.values = values }

    /// The mean; 0 for none.
    public var mean: Double { values.reduce(0, +) / Double(max(1, values.count)) }
    /// How many are above 0.
    public var won: Int { values.filter { $0 > PairedDifferences.smallest }.count }
    /// How many are below 0.
    public var lost: Int { values.filter { $0 < -PairedDifferences.smallest }.count }
    /// How many are 0.
    public var tied: Int { values.count - won - lost }

    /// The interval that the mean lies in with 95 %: the paired bootstrap's percentiles (Efron and Tibshirani, An
    /// Introduction to the Bootstrap, 1993, chapter 13).
    public func bootstrapInterval() -> ClosedRange<Double> {
        guard !values.isEmpty else { return 0...0 }
        var random = SplitMix64(seed: 1)
        var means: [Double] = []
        means.reserveCapacity(PairedDifferences.trials)
        for _ in 0..<PairedDifferences.trials {
            var sum = 0.0
            for _ in values { sum += values[random.index(below: values.count)] }
            means.append(sum / Double(values.count))
        }
        means.sort()
        let tail = PairedDifferences.trials / 40
        return means[tail]...means[PairedDifferences.trials - 1 - tail]
    }

    /// How likely a mean as far from 0 or farther is where the two systems are alike: paired randomisation, two-sided
    /// (Smucker, Allan and Carterette, CIKM 2007). The observed one counts as one of the draws, so it is never 0.
    public func randomisationP() -> Double {
        // Where both are equal, swapping them changes nothing.
        let unequal = values.filter { abs($0) > PairedDifferences.smallest }
        let observed = abs(unequal.reduce(0, +)) - PairedDifferences.smallest
        var random = SplitMix64(seed: 1)
        var asFar = 0
        for _ in 0..<PairedDifferences.trials {
            var sum = 0.0
            var signs: UInt64 = 0
            for (index, value) in unequal.enumerated() {
                if index % 64 == 0 { signs = random.next() }
                sum += signs & 1 == 0 ? value : -value
                signs >>= 1
            }
            if abs(sum) >= observed { asFar += 1 }
        }
        return Double(asFar + 1) / Double(PairedDifferences.trials + 1)
    }
}

/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). The system's generator has no seed.
private struct SplitMix64 {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The high half of a product in place of a remainder: even, but for a share of bound / 2^64.
    mutating func index(below bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }
}
