import ArgumentParser
import Foundation
import Lotse
import NIOConcurrencyHelpers

/// Shows an indexing run's progress on standard error: one line rewritten on a terminal, a line every ten percent
/// elsewhere, or JSON lines.
final class ProgressPrinter: Sendable {
    enum Style: String, ExpressibleByArgument, CaseIterable, Sendable {
        case auto, plain, json, none
    }

    private struct State {
        var phase: IndexProgress.Phase?
        var percent = -1
        var shownAt: ContinuousClock.Instant?
    }

    private let style: Style
    private let rewrites: Bool
    private let state = NIOLockedValueBox(State())

    init(style: Style) {
        self.style = style
        rewrites = style == .auto && Output.isErrorTerminal
    }

    /// Takes one step; called from any thread.
    func show(_ progress: IndexProgress) {
        guard style != .none else { return }
        let percent = progress.total > 0 ? min(100, progress.done * 100 / progress.total) : 100
        let due = state.withLockedValue { state -> Bool in
            let now = ContinuousClock.now
            let isNew = state.phase != progress.phase
            let recent = state.shownAt.map { now - $0 < .milliseconds(100) } ?? false
            let step = rewrites || style == .json ? 1 : 10
            guard isNew || (percent / step != state.percent / step && !recent) else { return false }
            state = State(phase: progress.phase, percent: percent, shownAt: now)
            return true
        }
        guard due else { return }
        switch style {
        case .json:
            Output.error(
                "{\"phase\":\"\(progress.phase.rawValue)\",\"percent\":\(percent),\"sections\":\(progress.sections)}")
        case .plain, .auto:
            let line =
                "\(progress.phase.rawValue) \(percent) %"
                + (progress.sections > 0 ? ", \(progress.sections) sections" : "")
            if rewrites { Output.errorText("\r\u{1B}[K" + line) } else { Output.error(line) }
        case .none: break
        }
    }

    /// Leaves the rewritten line.
    func finish() { if rewrites { Output.errorText("\r\u{1B}[K") } }
}
