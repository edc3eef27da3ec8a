/// A query: a value that describes which documents to find and how their weights arise.
///
/// Queries are built from terms and combined; nothing is looked up before
/// ``Database/search(_:_:)``.
///
///     let query = Query.filter(.any([.term("selbsthilfe"), .term("beratung").scaled(by: 0.5)]), by: .term("XKforum"))
///
/// Combining nothing finds nothing. A query nested deeper than 200 levels is refused by the search.
public struct Query: Sendable, Hashable {
    /// The top of the tree.
    package let node: Node

    /// How to go on when a wildcard expands to more terms than its limit.
    public enum WildcardOverflow: UInt8, Sendable {
        /// The search fails with ``XapianError/Code/wildcardLimit``.
        case error = 0
        /// Take the first terms in byte order.
        case first = 1
        /// Take the terms that stand in the most documents.
        case mostFrequent = 2
    }

    /// How the terms of a wildcard combine.
    public enum WildcardCombiner: Sendable {
        /// Weighted as if they were one term.
        case synonym
        /// The weights add up.
        case or
        /// The greatest weight counts.
        case max
    }

    /// An operator over any number of operands.
    package enum Operator: UInt8 {
        case and = 3
        case or = 4
        case andNot = 5
        case andMaybe = 6
        case filter = 7
        case xor = 8
        case synonym = 9
        case max = 10
    }

    /// An operator over any number of operands and a number.
    package enum ParameterOperator: UInt8 {
        case eliteSet = 11
        case phrase = 12
        case near = 13
    }

    package indirect enum Node: Hashable {
        case nothing
        case everything
        case term([UInt8], wqf: UInt32)
        case combine(Operator, [Query])
        case combineWith(ParameterOperator, UInt32, [Query])
        case scale(Double, Query)
        case wildcard(prefix: [UInt8], limit: UInt32, overflow: WildcardOverflow, combiner: WildcardCombiner)
        case range(ValueSlot, from: [UInt8], to: [UInt8])
        case atMost(ValueSlot, [UInt8])
        case atLeast(ValueSlot, [UInt8])
        case sequence(ValueSlot, [TokenStream.Element], window: UInt32)
        case groups(ValueSlot, Query)
        case valueWeight(ValueSlot, reference: Double, halfLife: Double)
    }
}

extension Query {
    /// No document.
    public static let matchNothing = Query(node: .nothing)

    /// Every document, without weight.
    public static let matchAll = Query(node: .everything)

    /// The documents that have a term.
    /// - Parameters:
    ///   - term: an empty one makes the search fail with ``XapianError/Code/invalidArgument``.
    ///   - wqf: how often the term counts in the query (within-query frequency).
    public static func term(_ term: [UInt8], wqf: UInt32 = 1) -> Query {
        Query(node: .term(term, wqf: wqf))
    }

    /// The documents that have a term; see the overload for bytes.
    public static func term(_ term: String, wqf: UInt32 = 1) -> Query {
        Query(node: .term(Array(term.utf8), wqf: wqf))
    }

    /// What all queries match (AND); the weights add up.
    public static func all(_ queries: [Query]) -> Query {
        Query(node: .combine(.and, queries))
    }

    /// What any query matches (OR); the weights add up.
    public static func any(_ queries: [Query]) -> Query {
        Query(node: .combine(.or, queries))
    }

    /// What one query matches and another does not.
    public static func andNot(_ query: Query, _ excluded: Query) -> Query {
        Query(node: .combine(.andNot, [query, excluded]))
    }

    /// What one query matches, with more weight where another matches as well.
    public static func andMaybe(_ query: Query, _ extra: Query) -> Query {
        Query(node: .combine(.andMaybe, [query, extra]))
    }

    /// What both queries match, weighted by the first alone.
    public static func filter(_ query: Query, by condition: Query) -> Query {
        Query(node: .combine(.filter, [query, condition]))
    }

    /// What an odd number of the queries match.
    public static func xor(_ queries: [Query]) -> Query {
        Query(node: .combine(.xor, queries))
    }

    /// What any query matches, weighted as if they were one term.
    public static func synonym(_ queries: [Query]) -> Query {
        Query(node: .combine(.synonym, queries))
    }

    /// What any query matches; the greatest weight counts.
    /// - Parameter queries: terms, scaled or not; anything else makes the search fail with
    ///   ``XapianError/Code/unimplemented``, because Xapian 1.4.22 may crash in it.
    public static func max(_ queries: [Query]) -> Query {
        Query(node: .combine(.max, queries))
    }

    /// What any of the `count` queries that can weigh most match. With several shards each picks its own.
    public static func eliteSet(_ queries: [Query], count: UInt32 = 10) -> Query {
        Query(node: .combineWith(.eliteSet, count, queries))
    }

    /// Terms in this order within a window.
    /// - Parameters:
    ///   - queries: terms, or ``any(_:)`` of terms; anything else makes the search fail with
    ///     ``XapianError/Code/unimplemented``.
    ///   - window: the greatest distance from the first term to the last, counted in positions and with both; 0 for
    ///     as many as there are terms, which is the exact phrase.
    public static func phrase(_ queries: [Query], window: UInt32 = 0) -> Query {
        Query(node: .combineWith(.phrase, window, queries))
    }

    /// Terms in any order within a window; see ``phrase(_:window:)``.
    public static func near(_ queries: [Query], window: UInt32 = 0) -> Query {
        Query(node: .combineWith(.near, window, queries))
    }

    /// The same documents with all weights multiplied.
    /// - Parameter factor: finite and not negative, else the search fails with ``XapianError/Code/invalidArgument``.
    public func scaled(by factor: Double) -> Query {
        Query(node: .scale(factor, self))
    }

    /// Documents with any term that starts with a prefix.
    /// - Parameters:
    ///   - prefix: the bytes to start with; none stands for every term.
    ///   - limit: how many terms to expand to, 0 for any number; each shard counts for itself.
    ///   - overflow: what to do beyond the limit.
    ///   - combiner: how the terms' weights combine.
    public static func wildcard(
        prefix: [UInt8], limit: UInt32 = 0, overflow: WildcardOverflow = .error,
        combiner: WildcardCombiner = .synonym
    ) -> Query {
        Query(node: .wildcard(prefix: prefix, limit: limit, overflow: overflow, combiner: combiner))
    }

    /// Documents with any term that starts with a prefix; see the overload for bytes.
    public static func wildcard(
        prefix: String, limit: UInt32 = 0, overflow: WildcardOverflow = .error,
        combiner: WildcardCombiner = .synonym
    ) -> Query {
        wildcard(prefix: Array(prefix.utf8), limit: limit, overflow: overflow, combiner: combiner)
    }

    /// Documents that share their value in a slot with any match of a query: where the value names what a document is a
    /// piece of, all pieces of the wholes that the query touches. Without weight. The query is run first, in the same
    /// call and without the search's time limit; one document without a value brings no others. Remote shards cannot
    /// answer it.
    public static func groups(of query: Query, by slot: ValueSlot) -> Query {
        Query(node: .groups(slot, query))
    }

    /// Documents with a number in a slot, which is their weight: below 0 it counts as 0, above 1 as 1.
    public static func valueWeight(_ slot: ValueSlot) -> Query {
        Query(node: .valueWeight(slot, reference: 0, halfLife: 0))
    }

    /// Documents with a number in a slot, weighing 1 where it is at or beyond a reference, and half as much for every
    /// half-life that it lies before it.
    /// - Parameter halfLife: above 0; 0 weighs as ``valueWeight(_:)`` does. A negative number or one that is not finite
    ///   fails with ``XapianError/Code/invalidArgument``.
    public static func recency(_ slot: ValueSlot, reference: Double, halfLife: Double) -> Query {
        Query(node: .valueWeight(slot, reference: reference, halfLife: halfLife))
    }

    /// Documents whose value in a slot is in a range, both ends included; compared byte by byte, without weight.
    public static func valueRange(_ slot: ValueSlot, from lower: [UInt8], to upper: [UInt8]) -> Query {
        Query(node: .range(slot, from: lower, to: upper))
    }

    /// Documents whose value in a slot is at most this. A document without a value counts as the least of all.
    public static func valueAtMost(_ slot: ValueSlot, _ limit: [UInt8]) -> Query {
        Query(node: .atMost(slot, limit))
    }

    /// Documents whose value in a slot is at least this.
    public static func valueAtLeast(_ slot: ValueSlot, _ limit: [UInt8]) -> Query {
        Query(node: .atLeast(slot, limit))
    }
}
