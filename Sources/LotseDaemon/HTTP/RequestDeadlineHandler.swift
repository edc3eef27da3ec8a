import NIOCore
import NIOHTTPTypes

/// Closes a connection whose client needs too long to send a request or to take an answer.
///
/// An idle time-out alone lets a client hold a connection for ever with one byte now and then; this deadline counts from
/// the request's head to its end, and from an answer's end to its delivery. A slow head is closed by the server's idle
/// time-out, because no part of a request arrives here before its head is complete.
final class RequestDeadlineHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let requestTimeout: TimeAmount
    private let responseTimeout: TimeAmount
    private var requestDeadline: Scheduled<Void>?

    init(requestTimeout: TimeAmount, responseTimeout: TimeAmount) {
        self.requestTimeout = requestTimeout
        self.responseTimeout = responseTimeout
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            requestDeadline?.cancel()
            requestDeadline = Self.close(context.channel, in: requestTimeout)
        case .body: break
        case .end: cancelRequestDeadline()
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .end = unwrapOutboundIn(data) else {
            context.write(data, promise: promise)
            return
        }
        // The last part is written when the kernel has taken all parts before it.
        let deadline = Self.close(context.channel, in: responseTimeout)
        let delivered = promise ?? context.eventLoop.makePromise(of: Void.self)
        delivered.futureResult.whenComplete { _ in deadline.cancel() }
        context.write(data, promise: delivered)
    }

    func channelInactive(context: ChannelHandlerContext) {
        cancelRequestDeadline()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        cancelRequestDeadline()
    }

    private func cancelRequestDeadline() {
        requestDeadline?.cancel()
        requestDeadline = nil
    }

    private static func close(_ channel: any Channel, in time: TimeAmount) -> Scheduled<Void> {
        channel.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }
}
