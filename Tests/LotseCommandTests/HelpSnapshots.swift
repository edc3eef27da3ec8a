/// What every command says when it is asked for help: an interface like any other. Lines are as wide as a terminal of 80
/// columns.
enum HelpSnapshots {
    /// The text by command; the empty one is the program itself.
    static let all: [String: String] = [
        "": """
        OVERVIEW: German full-text search: make an index of a corpus, search it, look
        after it.

        Exit codes: 0 done; 1 done, but some files could not be read (they are named),
        or something was not found; 2 wrong usage; 3 another process is writing the
        index; 4 no index, or a damaged one.

        USAGE: lotse <subcommand>

        OPTIONS:
          --version               Show the version.
          -h, --help              Show help information.

        SUBCOMMANDS:
          index                   Make the next generation of the index from a corpus.
          search                  Search the index.
          suggest                 Show what the beginning of a query may become.
          similar                 Show documents that say the like of one.
          get                     Print a whole document.
          analyze                 Show the terms that a text gets, and the rule that
                                  made each.
          status                  Tell what the index holds.
          verify                  Check every file of the index against its digest, and
                                  every database.
          generations             List the generations of the index, or remove old ones.
          rollback                Publish the generation before the current one again.
          eval                    Measure relevance with test sets in TREC's form.

          See 'lotse help <subcommand>' for detailed help.
        """,
        "index": """
        OVERVIEW: Make the next generation of the index from a corpus.

        Searches go on meanwhile and see the new generation when it is complete. Files
        that could not be read are named on standard error and in report.json; all
        others are indexed.

        USAGE: lotse index [--corpus <dir>] [--index <dir>] [--full] [--jobs <n>] [--keep <n>] [--without \
        <stage> ...] [--progress <progress>] [--json]

        OPTIONS:
          --corpus <dir>          The corpus folder. (default: corpus)
          --index <dir>           The index folder. (default: .lotse)
          --full                  Build everything anew, even what did not change.
          --jobs <n>              Threads that read and analyse. Default: one for every
                                  core.
          --keep <n>              Generations that stay, the new one counted. (default:
                                  2)
          --without <stage>       Leave a stage of the analysis out, to measure what it
                                  is worth; may be repeated. (values: gender,
                                  compounds, hyphens, digraphs, stems, spaces, verbs,
                                  protected, synonyms)
          --progress <progress>   How progress is shown on standard error: auto, plain,
                                  json or none. (values: auto, plain, json, none;
                                  default: auto)
          --json                  Print the report as JSON.
          --version               Show the version.
          -h, --help              Show help information.
        """,
        "search": """
        OVERVIEW: Search the index.

        USAGE: lotse search <query> ... [--index <dir>] [--socket <path>] [--json] [--limit <n>] [--page <n>] [--filter <key=value> ...] [--facet <key> ...] [--sort <order>] [--match <match>] [--no-preference] [--explain]

        ARGUMENTS:
          <query>                 What to search for; several words need no quotation
                                  marks.

        OPTIONS:
          --index <dir>           The index folder. (default: .lotse)
          --socket <path>         Ask the daemon on this socket instead of opening the
                                  index.
          --json                  Print the answer as JSON.
          --limit <n>             Hits on a page. (default: 10)
          --page <n>              The page. (default: 1)
          --filter <key=value>    Only documents with this value; may be repeated.
          --facet <key>           Count the values of this key; may be repeated.
          --sort <order>          The order: relevance, date, title or distance.
                                  (default: relevance)
          --match <match>         How many words must be found: auto, all or any.
                                  (values: auto, all, any; default: auto)
          --no-preference         Do not let recent and complete profiles come earlier.
          --explain               Explain the answer.
          --version               Show the version.
          -h, --help              Show help information.
        """,
        "suggest": """
        OVERVIEW: Show what the beginning of a query may become.

        USAGE: lotse suggest <beginning> ... [--index <dir>] [--socket <path>] [--limit <n>] [--json]

        ARGUMENTS:
          <beginning>             What was typed so far; several words need no
                                  quotation marks.

        OPTIONS:
          --index <dir>           The index folder. (default: .lotse)
          --socket <path>         Ask the daemon on this socket instead of opening the
                                  index.
          --limit <n>             Most suggestions, at most 9. (default: 8)
          --json                  Print the answer as JSON.
          --version               Show the version.
          -h, --help              Show help information.
        """,
        "similar": """
        OVERVIEW: Show documents that say the like of one.

        USAGE: lotse similar <id> [--index <dir>] [--socket <path>] [--limit <n>] [--filter <key=value> ...] [--json]

        ARGUMENTS:
          <id>                    The id of a document or of a section, as hits have it.

        OPTIONS:
          --index <dir>           The index folder. (default: .lotse)
          --socket <path>         Ask the daemon on this socket instead of opening the
                                  index.
          --limit <n>             Most hits. (default: 10)
          --filter <key=value>    Only documents with this value; may be repeated.
          --json                  Print the answer as JSON.
          --version               Show the version.
          -h, --help              Show help information.
        """,
        "get": """
        OVERVIEW: Print a whole document.

        USAGE: lotse get <id> [--index <dir>] [--socket <path>] [--json]

        ARGUMENTS:
          <id>                    The document's id, as hits have it.

        OPTIONS:
          --index <dir>           The index folder. (default: .lotse)
          --socket <path>         Ask the daemon on this socket instead of opening the
                                  index.
          --json                  Print the document as JSON.
          --version               Show the version.
          -h, --help              Show help information.
        """,
        "analyze": """
        OVERVIEW: Show the terms that a text gets, and the rule that made each.

        Without a text, every line of standard input is answered by a line or block of
        its own.

        USAGE: lotse analyze [<text> ...] [--json] [--index <dir>]

        ARGUMENTS:
          <text>                  The text.

        OPTIONS:
          --json                  Print JSON, one line for each text.
          --index <dir>           Analyse with the words of this index. Default: the
                                  index in .lotse, else the system's word list.
          --version               Show the version.
          -h, --help              Show help information.
        """,
        "status": """
        OVERVIEW: Tell what the index holds.

        USAGE: lotse status [--index <dir>] [--socket <path>] [--json]

        OPTIONS:
          --index <dir>           The index folder. (default: .lotse)
          --socket <path>         Ask the daemon on this socket instead of opening the
                                  index.
          --json                  Print JSON.
          --version               Show the version.
          -h, --help              Show help information.
        """,
        "verify": """
        OVERVIEW: Check every file of the index against its digest, and every database.

        USAGE: lotse verify [--index <dir>]

        OPTIONS:
          --index <dir>           The index folder. (default: .lotse)
          --version               Show the version.
          -h, --help              Show help information.
        """,
        "generations": """
        OVERVIEW: List the generations of the index, or remove old ones.

        USAGE: lotse generations [--index <dir>] [--prune] [--keep <n>]

        OPTIONS:
          --index <dir>           The index folder. (default: .lotse)
          --prune                 Remove all but the newest.
          --keep <n>              With --prune: generations that stay, the current one
                                  counted. (default: 2)
          --version               Show the version.
          -h, --help              Show help information.
        """,
        "rollback": """
        OVERVIEW: Publish the generation before the current one again.

        USAGE: lotse rollback [--index <dir>]

        OPTIONS:
          --index <dir>           The index folder. (default: .lotse)
          --version               Show the version.
          -h, --help              Show help information.
        """,
        "eval": """
        OVERVIEW: Measure relevance with test sets in TREC's form.

        A test set is a folder with docs.jsonl, queries.tsv and qrels.txt, or the
        folder gold of a corpus. Where none is named it is corpus/gold.

        USAGE: lotse eval <subcommand>

        OPTIONS:
          --version               Show the version.
          -h, --help              Show help information.

        SUBCOMMANDS:
          run                     Answer the queries of a test set and score the
                                  answers.
          score                   Score a TREC run against judgements.
          compare                 Compare two TREC runs on the same judgements.

          See 'lotse help eval <subcommand>' for detailed help.
        """,
        "eval run": """
        OVERVIEW: Answer the queries of a test set and score the answers.

        The set's documents are indexed into a temporary folder, unless --index names
        an index of them. With --queries there are no judgements: the index is asked,
        and the run is written.

        USAGE: lotse eval run [--set <dir>] [--queries <file>] [--out <file>] [--index <dir>] [--limit <n>] \
        [--match <match>] [--sections] [--tag <tag>]

        OPTIONS:
          --set <dir>             The test set. Default: corpus/gold.
          --queries <file>        Queries in place of a set: query id, tab, query.
          --out <file>            The run to write: query id, Q0, document id, rank,
                                  score, tag.
          --index <dir>           The index folder. Default with --queries: .lotse.
          --limit <n>             Documents for each query, at most 100. (default: 100)
          --match <match>         How many words must be found: auto, all or any.
                                  (values: auto, all, any; default: auto)
          --sections              Rank sections instead of documents.
          --tag <tag>             The run's name. (default: lotse)
          --version               Show the version.
          -h, --help              Show help information.
        """,
        "eval score": """
        OVERVIEW: Score a TREC run against judgements.

        USAGE: lotse eval score [--set <dir>] [--qrels <file>] --run <file> [--per-query]

        OPTIONS:
          --set <dir>             The test set. Default: corpus/gold.
          --qrels <file>          The judgements in place of a set: query id, 0,
                                  document id, grade.
          --run <file>            The run.
          --per-query             Print every query's scores as well.
          --version               Show the version.
          -h, --help              Show help information.
        """,
        "eval compare": """
        OVERVIEW: Compare two TREC runs on the same judgements.

        Prints for each measure both means, their difference, its 95 % interval (paired
        bootstrap) and how likely such a difference is by chance (paired
        randomisation); then the queries that B answers better and worse. With --index
        both runs' first hits stand side by side for those where they differ most.

        USAGE: lotse eval compare <run-a> <run-b> [--set <dir>] [--qrels <file>] [--queries <file>] \
        [--index <dir>] [--measure <measure>] [--show <n>]

        ARGUMENTS:
          <run-a>                 The run that is compared with.
          <run-b>                 The run in question.

        OPTIONS:
          --set <dir>             The test set. Default: corpus/gold.
          --qrels <file>          The judgements in place of a set: query id, 0,
                                  document id, grade.
          --queries <file>        The queries' texts, where there is no set.
          --index <dir>           An index of the documents, to show titles and
                                  snippets of.
          --measure <measure>     What makes a query better or worse: nDCG@10, MRR@10,
                                  AP, R@10, R@100, S@1. (default: nDCG@10)
          --show <n>              How many better and how many worse queries are shown
                                  side by side. (default: 5)
          --version               Show the version.
          -h, --help              Show help information.
        """,
    ]
}
