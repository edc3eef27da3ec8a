import LotseTestSupport
import Testing

@testable import Lotse

@Suite("Differences between two systems")
struct PairedDifferencesTests {
    @Test("queries are counted as won, lost and tied, and what is left of rounding is a tie")
    func counted() {
        let differences = PairedDifferences([0.5, -0.25, 0, 1e-15, -1e-15, 0.125])
        #expect((differences.won, differences.lost, differences.tied) == (2, 1, 3))
        #expect(abs(differences.mean - 0.0625) < 1e-12)
    }

    @Test("p is that of all ways to swap", arguments: [([1.0, 1, 1], 2.0 / 8), ([1, 1, 1, 1, -1], 12.0 / 32)])
    func exact(values: [Double], p: Double) {
        // Worked out by hand: of 2^n sign patterns so many give a sum as far from 0.
        #expect(abs(PairedDifferences(values).randomisationP() - p) < 0.02)
    }

    @Test("a difference in all of fifty queries is beyond chance, one back and forth is not")
    func significance() {
        let clear = PairedDifferences((0..<50).map { 0.1 + Double($0 % 5) / 100 })
        #expect(clear.randomisationP() < 0.001)
        #expect(clear.bootstrapInterval().lowerBound > 0)
        let none = PairedDifferences((0..<50).map { $0 % 2 == 0 ? 0.1 : -0.1 })
        #expect(none.randomisationP() > 0.9)
        #expect(none.bootstrapInterval().contains(0))
    }

    @Test("the sign of the differences turns the interval round and leaves p as it is")
    func mirrored() {
        var random = SeededRandom(seed: 7)
        let values = (0..<80).map { _ in Double.random(in: -0.4...0.6, using: &random) }
        let one = PairedDifferences(values)
        let other = PairedDifferences(values.map { -$0 })
        #expect(one.randomisationP() == other.randomisationP())
        let (first, second) = (one.bootstrapInterval(), other.bootstrapInterval())
        #expect(abs(first.lowerBound + second.upperBound) < 1e-9 && abs(first.upperBound + second.lowerBound) < 1e-9)
    }

    @Test("the interval is as wide as the normal distribution's where there are many queries")
    func width() {
        var random = SeededRandom(seed: 11)
        let values = (0..<400).map { _ in Double.random(in: -1...1, using: &random) }
        let differences = PairedDifferences(values)
        // 1.96 standard errors: the variance of an even distribution over 2 is 1/3.
        let half = 1.96 * (1.0 / 3 / 400).squareRoot()
        let interval = differences.bootstrapInterval()
        #expect(abs(interval.lowerBound - (differences.mean - half)) < half / 8)
        #expect(abs(interval.upperBound - (differences.mean + half)) < half / 8)
    }

    @Test("the same differences give the same figures")
    func repeatable() {
        let values = (0..<30).map { Double($0 % 7) - 3 }
        #expect(PairedDifferences(values).randomisationP() == PairedDifferences(values).randomisationP())
        #expect(PairedDifferences(values).bootstrapInterval() == PairedDifferences(values).bootstrapInterval())
    }

    @Test("without a difference, and without a query, nothing can be told from chance")
    func nothing() {
        for values in [[], [0.0, 0, 0]] {
            let differences = PairedDifferences(values)
            #expect(differences.randomisationP() == 1)
            #expect(differences.bootstrapInterval() == 0...0)
            #expect(differences.mean == 0)
        }
    }
}
