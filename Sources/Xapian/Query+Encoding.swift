internal import CXapian

extension Query {
    /// The query in prefix order, in the grammar of `cxapian_search`.
    func encoded() throws(XapianError) -> [UInt8] {
        var bytes: [UInt8] = []
        try encode(into: &bytes, depth: 0)
        return bytes
    }

    private func encode(into bytes: inout [UInt8], depth: Int32) throws(XapianError) {
        // Checked here as well as in the shim, because this recursion would be the first to run out of stack.
        if depth > CXAPIAN_MAXIMUM_QUERY_DEPTH {
            throw XapianError(
                code: .invalidArgument,
                message:
                    "a query is nested deeper than \(CXAPIAN_MAXIMUM_QUERY_DEPTH) levels; combine more operands at once"
            )
        }
        switch node {
        case .nothing:
            bytes.append(0)
        case .everything:
            bytes.append(1)
        case .term(let term, let wqf):
            bytes.append(2)
            bytes.pack(wqf)
            bytes.pack(bytes: term)
        case .combine(let code, let operands):
            bytes.append(code.rawValue)
            bytes.pack(UInt32(operands.count))
            for operand in operands { try operand.encode(into: &bytes, depth: depth + 1) }
        case .combineWith(let code, let parameter, let operands):
            bytes.append(code.rawValue)
            bytes.pack(UInt32(operands.count))
            bytes.pack(parameter)
            for operand in operands { try operand.encode(into: &bytes, depth: depth + 1) }
        case .scale(let factor, let operand):
            bytes.append(14)
            bytes.pack(factor)
            try operand.encode(into: &bytes, depth: depth + 1)
        case .wildcard(let prefix, let limit, let overflow, let combiner):
            bytes.append(15)
            bytes.pack(limit)
            bytes.append(overflow.rawValue)
            bytes.append(combiner.code.rawValue)
            bytes.pack(bytes: prefix)
        case .range(let slot, let lower, let upper):
            bytes.append(16)
            bytes.pack(slot)
            bytes.pack(bytes: lower)
            bytes.pack(bytes: upper)
        case .atMost(let slot, let limit):
            bytes.append(17)
            bytes.pack(slot)
            bytes.pack(bytes: limit)
        case .atLeast(let slot, let limit):
            bytes.append(18)
            bytes.pack(slot)
            bytes.pack(bytes: limit)
        case .sequence(let slot, let elements, let window):
            bytes.append(19)
            bytes.pack(slot)
            bytes.pack(window)
            bytes.pack(UInt32(elements.count))
            for element in elements {
                bytes.pack(element.offset)
                bytes.pack(UInt32(element.keys.count))
                for key in element.keys { bytes.pack(key) }
            }
        case .groups(let slot, let query):
            bytes.append(20)
            bytes.pack(slot)
            try query.encode(into: &bytes, depth: depth + 1)
        case .valueWeight(let slot, let reference, let halfLife):
            bytes.append(21)
            bytes.pack(slot)
            bytes.pack(reference)
            bytes.pack(halfLife)
        }
    }
}

extension Query.WildcardCombiner {
    fileprivate var code: Query.Operator {
        switch self {
        case .synonym: .synonym
        case .or: .or
        case .max: .max
        }
    }
}
