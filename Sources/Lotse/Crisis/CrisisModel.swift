import Foundation
import GermanText

/// Tells how much a query sounds like the examples of a level, by its words, by pairs of words and by letters.
///
/// Logistic regression, trained one example after the other with steps that shrink by feature (AdaGrad: Duchi, Hazan and
/// Singer, JMLR 12, 2011); features are hashed (Weinberger and others, ICML 2009). The same examples always give the same
/// model. Trigger phrases name what somebody thought of; examples also reach wordings that nobody listed.
struct CrisisModel: Codable, Sendable, Hashable {
    /// Features share 2^17 weights.
    private static let bits = 17
    private static let epochs = 20
    private static let rate = 0.3
    private static let biasRate = 0.02
    /// How much a weight is drawn to 0 at each step.
    private static let decay = 1e-4

    /// What a query without any known feature gets.
    private var bias: Double
    /// What a step of a weight is worth.
    private var scale: Double
    /// The weights as signed bytes, by feature.
    private var weights: Data

    /// Learns from examples.
    ///
    /// - Parameters:
    ///   - positive: queries of the level.
    ///   - negative: queries that sound like them and are none, and everyday ones.
    init(positive: [String], negative: [String]) {
        let examples =
            positive.map { (CrisisModel.features($0), 1.0) } + negative.map { (CrisisModel.features($0), 0.0) }
        let size = 1 << CrisisModel.bits
        var order = Array(examples.indices)
        var bias = 0.0
        var weights = [Double](repeating: 0, count: size)
        var squares = [Double](repeating: 1e-8, count: size)
        weights.withUnsafeMutableBufferPointer { weights in
            squares.withUnsafeMutableBufferPointer { squares in
                var random: UInt64 = 1
                for _ in 0..<CrisisModel.epochs {
                    CrisisModel.shuffle(&order, &random)
                    for index in order {
                        let (features, wanted) = examples[index]
                        guard !features.isEmpty else { continue }
                        let norm = Double(features.count).squareRoot()
                        var sum = 0.0
                        for feature in features { sum += weights[Int(feature)] }
                        let error = 1 / (1 + exp(-(sum / norm + bias))) - wanted
                        let step = error / norm
                        for feature in features {
                            let at = Int(feature)
                            let slope = step + CrisisModel.decay * weights[at]
                            squares[at] += slope * slope
                            weights[at] -= CrisisModel.rate * slope / squares[at].squareRoot()
                        }
                        bias -= CrisisModel.biasRate * error
                    }
                }
            }
        }
        let most = weights.reduce(0) { max($0, abs($1)) }
        let scale = max(most, .leastNormalMagnitude) / 127
        self.bias = bias
        self.scale = scale
        self.weights = Data(weights.map { UInt8(bitPattern: Int8(($0 / scale).rounded())) })
    }

    /// Fisher and Yates' shuffle, by a linear congruential generator (Knuth's MMIX).
    private static func shuffle(_ order: inout [Int], _ random: inout UInt64) {
        for index in stride(from: order.count - 1, to: 0, by: -1) {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            order.swapAt(index, Int((random >> 33) % UInt64(index + 1)))
        }
    }

    /// The logarithm of the odds that a query is of the level. 0 where nothing can be said: a damaged model says nothing.
    func score(_ query: String) -> Double {
        let features = CrisisModel.features(query)
        guard !features.isEmpty, weights.count == 1 << CrisisModel.bits else { return 0 }
        let sum = weights.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) -> Int in
            features.reduce(0) { $0 + Int(Int8(bitPattern: bytes[Int($1)])) }
        }
        return Double(sum) * scale / Double(features.count).squareRoot() + bias
    }

    /// Folded words, pairs of words next to each other and with one between them, and three and four letters in a row, hashed. None
    /// twice.
    private static func features(_ query: String) -> [UInt32] {
        let words = query.split { !$0.isLetter && !$0.isNumber }
            .map { String(decoding: Analyzer.fold($0), as: UTF8.self).unicodeScalars.map(\.value) }
            .filter { !$0.isEmpty }
        guard !words.isEmpty else { return [] }
        var found: Set<UInt32> = []
        let (beginning, end): (UInt32, UInt32) = (1, 2)
        for word in words {
            found.insert(hash(3, word[...]))
            let framed = [beginning] + word + [end]
            for length in [3, 4] where framed.count >= length {
                for start in 0...(framed.count - length) { found.insert(hash(4, framed[start..<(start + length)])) }
            }
        }
        let framed = [[beginning]] + words + [[end]]
        for distance in [1, 2] {
            for (first, second) in zip(framed, framed.dropFirst(distance)) {
                found.insert(hash(UInt32(4 + distance), (first + [beginning] + second)[...]))
            }
        }
        return found.sorted()
    }

    /// FNV-1a (Fowler, Noll and Vo) over letters, folded onto the weights.
    private static func hash(_ kind: UInt32, _ letters: ArraySlice<UInt32>) -> UInt32 {
        var hash = (0xCBF2_9CE4_8422_2325 as UInt64 ^ UInt64(kind)) &* 0x100_0000_01B3
        for letter in letters { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
        return UInt32(truncatingIfNeeded: (hash ^ hash >> 32) & (1 << UInt64(bits) - 1))
    }
}
