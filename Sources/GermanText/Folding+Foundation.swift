import Foundation

extension String {
    /// The canonical decomposition (NFD). Only Foundation has it in public; it is reached for rare letters alone.
    var decomposedForFolding: String { decomposedStringWithCanonicalMapping }
}
