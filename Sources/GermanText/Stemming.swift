/// A stemmer that the pipeline is given: this module knows no library that has one.
///
/// The pipeline calls it once for every different word and keeps the answer, so that a call may be slow. It is called
/// from one thread at a time.
public protocol Stemming {
    /// Replaces the contents of `output` by the stem of a folded word (lower case, NFC, UTF-8).
    func stem(_ word: UnsafeBufferPointer<UInt8>, into output: inout [UInt8])
}
