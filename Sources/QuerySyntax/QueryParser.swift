/// Reads what a person typed.
///
///     query    = [ or ] ;
///     or       = and { ( "ODER" | "OR" | "||" ) and } ;
///     and      = sequence { ( "UND" | "AND" | "&&" ) sequence } ;
///     sequence = clause { clause } ;
///     clause   = [ "+" | "-" | "NICHT" | "NOT" ] term ;
///     term     = "(" or ")" | near | field | date | text ;
///     near     = operand distance operand { distance operand } ;
///     operand  = word | phrase ;                                   (* the phrase of one word *)
///     distance = ( "NAHE" | "NEAR" ) [ "/" digits ] ;              (* 1 to 100; without digits 10 *)
///     field    = title ":" ( text | "(" text { text } ")" )
///              | name ":" ( word | phrase ) ;
///     title    = "titel" | "title" | "überschrift" ;
///     name     = "ort" | "region" | "place" | "art" | "kind" | "typ" | "träger" | "provider"
///              | "schwerpunkt" | "focus" | "zielgruppe" | "audience" | "sprache" | "language"
///              | "thema" | "topic" | "topics" | "herausgeber" | "publisher" ;
///     date     = ( "datum" | "date" ) ":" ( day | [ day ] ".." day | day ".."
///                                  | year "-" year | day ( "bis" | "-" ) day ) ;
///     day      = year [ "-" month [ "-" number ] ] | [ [ number "." ] month "." ] year ;
///     text     = word | phrase | prefix ;
///     prefix   = ( letter | digit ) ( letter | digit | "-" ) { letter | digit | "-" } "*" ;
///     phrase   = opening mark, text up to a closing mark ;         (* "…" „…“ “…” »…« «…» ‚…‘ ›…‹ *)
///     word     = [ "\" ] character { character } ;                 (* no blank, quotation mark, parenthesis *)
///
/// Operators are capitals, but for NAHE with a number. Names of fields are read in any case, with `ä` or `ae`; colon and value follow without a blank,
/// and so does a term behind a sign. A backslash before a word takes from it what else it would mean: `\UND`,
/// `\titel:Trauer`, `\-wort` and `\Sucht*` are words, and `\\` is a backslash.
///
/// Nothing typed is an error: what fits nowhere is left out or read as a word, with a note.
public struct QueryParser {
    private var lexemes: ArraySlice<QueryLexeme>
    private var notes: [QueryNote.Code]

    /// Parses a query.
    public static func parse(_ text: String) -> ParsedQuery {
        var lexer = QueryLexer(text)
        lexer.run()
        var notes = lexer.notes
        let balanced = ParenthesisBalance.balanced(lexer.lexemes, &notes)
        let folded = NearChain.folded(balanced, &notes)
        var parser = QueryParser(lexemes: folded[...], notes: notes)
        let root = parser.parseOr()
        var seen: Set<QueryNote.Code> = []
        return ParsedQuery(
            root: root.map(simplified),
            notes: parser.notes.filter { seen.insert($0).inserted }.map { QueryNote(code: $0) })
    }

    private mutating func note(_ code: QueryNote.Code) { notes.append(code) }

    private mutating func parseOr() -> QueryNode? {
        parseJoined(.or) { $0.parseAnd() }.map { $0.count == 1 ? $0[0] : .or($0) }
    }

    private mutating func parseAnd() -> QueryNode? {
        parseJoined(.and) { $0.parseSequence() }.map { $0.count == 1 ? $0[0] : .and($0) }
    }

    private mutating func parseJoined(
        _ joint: QueryLexeme, _ operand: (inout QueryParser) -> QueryNode?
    ) -> [QueryNode]? {
        var nodes: [QueryNode] = []
        var open = false
        while true {
            if let node = operand(&self) {
                nodes.append(node)
                open = false
            } else if open || lexemes.first == joint {
                note(.danglingOperator)
                open = false
            }
            guard lexemes.first == joint else { break }
            lexemes.removeFirst()
            open = true
        }
        return nodes.isEmpty ? nil : nodes
    }

    private mutating func parseSequence() -> QueryNode? {
        var clauses: [QueryNode.Clause] = []
        while let next = lexemes.first {
            var sign = QueryNode.Clause.Sign.plain
            switch next {
            case .and, .or, .close: return finish(clauses)
            case .plus: sign = .required
            case .minus, .not: sign = .excluded
            default: break
            }
            if sign != .plain { lexemes.removeFirst() }
            if let node = parseTerm() {
                clauses.append(.init(sign, node))
            } else if sign != .plain {
                note(.danglingOperator)
            }
        }
        return finish(clauses)
    }

    private func finish(_ clauses: [QueryNode.Clause]) -> QueryNode? {
        if clauses.isEmpty { return nil }
        if clauses.count == 1, clauses[0].sign != .excluded { return clauses[0].node }
        return .sequence(clauses)
    }

    private mutating func parseTerm() -> QueryNode? {
        switch lexemes.first {
        case .term(let node):
            lexemes.removeFirst()
            return node
        case .open:
            lexemes.removeFirst()
            let node = parseOr()
            if lexemes.first == .close { lexemes.removeFirst() }
            return node
        default: return nil
        }
    }

    /// Takes out sequences that hold nothing but one plain term.
    private static func simplified(_ node: QueryNode) -> QueryNode {
        switch node {
        case .sequence(let clauses):
            if clauses.count == 1, clauses[0].sign == .plain { return simplified(clauses[0].node) }
            return .sequence(clauses.map { .init($0.sign, simplified($0.node)) })
        case .and(let nodes): return .and(nodes.map(simplified))
        case .or(let nodes): return .or(nodes.map(simplified))
        default: return node
        }
    }
}
