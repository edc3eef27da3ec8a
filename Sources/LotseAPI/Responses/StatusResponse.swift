/// What is being searched.
public struct StatusResponse: Sendable, Hashable, Decodable {
    /// The number of the open generation of the index.
    public var generation: Int
    /// When it was built (ISO 8601, UTC).
    public var built: String
    /// How many documents it has.
    public var documents: Int
    /// How many sections it has.
    public var sections: Int
    /// The fingerprint of the text analysis it was built with.
    public var fingerprint: String
    /// The version of Lotse that answers.
    public var version: String
    /// What an admin should look at, for instance files that could not be read.
    public var warnings: [String]

    /// Makes a status.
    public init(
        generation: Int, built: String, documents: Int, sections: Int, fingerprint: String, version: String,
        warnings: [String] = []
    ) {
        self.generation = generation
        self.built = built
        self.documents = documents
        self.sections = sections
        self.fingerprint = fingerprint
        self.version = version
        self.warnings = warnings
    }
}

extension StatusResponse: JSONWritable {
    /// Writes all members.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("generation", generation)
            json.member("built", built)
            json.member("documents", documents)
            json.member("sections", sections)
            json.member("fingerprint", fingerprint)
            json.member("version", version)
            json.member("warnings", warnings)
        }
    }
}

/// Whether the daemon lives, or is ready to search.
public struct HealthResponse: Sendable, Hashable, Decodable {
    /// `ok` for a living process, `ready` for one with an open index.
    public var status: String

    /// Makes an answer.
    public init(status: String) {
        self.status = status
    }
}

extension HealthResponse: JSONWritable {
    /// Writes the one member.
    public func write(to json: inout JSONWriter) {
        json.object { json in json.member("status", status) }
    }
}
