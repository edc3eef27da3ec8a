internal import CXapian

/// An error as the shim returns it.
typealias ShimError = UnsafeMutablePointer<cxapian_error>

/// Throws what a call into the shim returned, if it returned an error. Every call passes through here.
@inline(__always)
func check(_ error: ShimError?) throws(XapianError) {
    if let error { throw XapianError(adopting: error) }
}

extension XapianError {
    /// Copies a shim error's fields and frees it.
    init(adopting error: ShimError) {
        defer { cxapian_error_free(error) }
        let fields = error.pointee
        self.init(
            code: Code(rawValue: String(cString: fields.type)),
            message: String(
                decoding: UnsafeBufferPointer(start: fields.message, count: fields.message_count), as: UTF8.self),
            context: String(
                decoding: UnsafeBufferPointer(start: fields.context, count: fields.context_count), as: UTF8.self)
        )
    }
}

/// Runs a call that makes an answer, lends the answer's bytes to `decode`, and frees it.
func withAnswer<Value>(
    of call: (UnsafeMutablePointer<OpaquePointer?>) -> ShimError?,
    decode: (inout ByteReader) throws(XapianError) -> Value
) throws(XapianError) -> Value {
    var answer: OpaquePointer?
    try check(call(&answer))
    defer { cxapian_answer_free(answer) }
    let bytes = UnsafeRawBufferPointer(start: cxapian_answer_bytes(answer), count: cxapian_answer_count(answer))
    var reader = ByteReader(bytes)
    return try decode(&reader)
}

/// The pointer that a call handed out, which only a call that returned no error lacks.
func handle(from call: (UnsafeMutablePointer<OpaquePointer?>) -> ShimError?) throws(XapianError) -> OpaquePointer {
    var pointer: OpaquePointer?
    try check(call(&pointer))
    guard let pointer else {
        throw XapianError(code: .unknown, message: "a call succeeded without a handle")
    }
    return pointer
}
