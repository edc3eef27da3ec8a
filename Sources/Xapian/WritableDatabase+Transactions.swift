internal import CXapian

extension WritableDatabase {
    /// Starts a group of changes of which either all happen or none.
    /// - Parameter flushed: whether the group is committed by itself. Without it the group is cheaper, but cancelling
    ///   it also throws away what was pending before it.
    /// - Throws: ``XapianError/Code/invalidOperation`` within a transaction.
    public mutating func beginTransaction(flushed: Bool = true) throws(XapianError) {
        try check(cxapian_writer_begin_transaction(handle, flushed))
    }

    /// Ends the group, and commits it if it is a flushed one.
    public mutating func commitTransaction() throws(XapianError) {
        try check(cxapian_writer_commit_transaction(handle))
    }

    /// Undoes the group.
    public mutating func cancelTransaction() throws(XapianError) {
        try check(cxapian_writer_cancel_transaction(handle))
    }

    /// Runs `body` in a transaction: commits it if the body returns, undoes it if the body throws.
    public mutating func transaction<Value>(
        flushed: Bool = true, _ body: (inout WritableDatabase) throws -> Value
    ) throws -> Value {
        try beginTransaction(flushed: flushed)
        let value: Value
        do {
            value = try body(&self)
        } catch {
            // What the body threw says more than what undoing it may throw, and the transaction has ended either way.
            try? cancelTransaction()
            throw error
        }
        try commitTransaction()
        return value
    }
}
