/// Help that is shown above the hits when a query sounds as if somebody were in danger.
public struct CrisisNotice: Sendable, Hashable, Decodable {
    /// How urgent it is; the names are those of the corpus' crisis file.
    public var level: String
    /// What the person should read, in German.
    public var message: String
    /// Where help is to be had, the most suitable first.
    public var resources: [HelpResource]

    /// Makes a notice.
    public init(level: String, message: String, resources: [HelpResource]) {
        self.level = level
        self.message = message
        self.resources = resources
    }
}

extension CrisisNotice: JSONWritable {
    /// Writes all members.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("level", level)
            json.member("message", message)
            json.member("resources", resources)
        }
    }
}

/// A place that helps in a crisis.
public struct HelpResource: Sendable, Hashable, Decodable {
    /// Its name.
    public var name: String
    /// The telephone number as people write it.
    public var phone: String?
    /// Its web page.
    public var url: String?
    /// When it can be reached and for whom, in German.
    public var description: String?
    /// The day on which these facts were last checked (`yyyy-MM-dd`).
    public var checked: String?

    /// Makes a resource.
    public init(
        name: String, phone: String? = nil, url: String? = nil, description: String? = nil, checked: String? = nil
    ) {
        self.name = name
        self.phone = phone
        self.url = url
        self.description = description
        self.checked = checked
    }
}

extension HelpResource: JSONWritable {
    /// Writes all members; those without a value are `null`.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", name)
            json.member("phone", phone)
            json.member("url", url)
            json.member("description", description)
            json.member("checked", checked)
        }
    }
}
