internal import CXapian

extension WritableDatabase {
    /// Lends a reader that also sees what has not been committed yet.
    ///
    /// The reader ends with the closure, so it cannot outlive the writer.
    public borrowing func withReader<Value>(
        _ body: (borrowing Database) throws(XapianError) -> Value
    ) throws(XapianError) -> Value {
        let reader = try Xapian.handle { cxapian_reader_of_writer(self.handle, $0) }
        return try body(Database(adopting: reader))
    }

    /// How many documents there are, with those that have not been committed yet.
    public var documentCount: Int {
        get throws(XapianError) {
            try withReader { (reader) throws(XapianError) in try reader.statistics().documentCount }
        }
    }

    /// The greatest id ever used, 0 for none.
    public var lastDocumentID: DocumentID {
        get throws(XapianError) {
            try withReader { (reader) throws(XapianError) in try reader.statistics().lastDocumentID }
        }
    }

    /// The bytes stored under a key, empty if there are none.
    public borrowing func metadata(_ key: String) throws(XapianError) -> [UInt8] {
        try withReader { (reader) throws(XapianError) in try reader.metadata(key) }
    }
}
