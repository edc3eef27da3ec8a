/// Turns nested values into lists of strings.
///
/// A scalar is a list of one; a list is its scalars; an object below `key` becomes `key.child`, a list of objects
/// collects its children's values under `key.child`. Empty values vanish. Keys are lower case.
enum MetadataFlattening {
    static func flatten(_ value: Value, under key: String, into metadata: inout [String: [String]]) {
        switch value {
        case .null: return
        case .array(let elements):
            for element in elements { flatten(element, under: key, into: &metadata) }
        case .object(let members):
            for (name, member) in members.sorted(by: { $0.key < $1.key }) {
                flatten(member, under: "\(key).\(name.lowercased())", into: &metadata)
            }
        default:
            if let text = value.text, metadata[key]?.contains(text) != true { metadata[key, default: []].append(text) }
        }
    }
}
