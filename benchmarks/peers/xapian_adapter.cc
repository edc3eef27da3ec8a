// Plain Xapian behind the adapter protocol (README.md beside this file), as its documentation shows it: TermGenerator,
// QueryParser, the German stemmer.
// usage: xapian_adapter defaults             the query parser's defaults: words with a capital stay as they are
//        xapian_adapter all STOPWORDS        every word is stemmed, the file's words are left out
// g++ -std=c++17 -O2 xapian_adapter.cc -o xapian_adapter $(pkg-config --cflags --libs xapian-core)
#include <xapian.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>
#include <string>

using nlohmann::json;

namespace {

constexpr Xapian::valueno ID = 0, KIND = 1;
const std::string KIND_PREFIX = "XK";

struct Unsupported : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class Adapter {
  public:
    // The stop words are null for the defaults.
    explicit Adapter(std::unique_ptr<Xapian::SimpleStopper> stopper) : stopper(std::move(stopper)) {}

    json answer(const json& command) {
        const std::string op = command.at("op");
        if (op == "info") {
            return {{"engine", stopper ? "xapian" : "xapian-defaults"},
                    {"version", Xapian::version_string()},
                    {"setup", stopper ? "TermGenerator, QueryParser STEM_ALL, stop words, BM25 defaults"
                                      : "TermGenerator and QueryParser, their defaults, the German stemmer"}};
        }
        if (op == "index") return index(command.at("docs"), command.at("index"));
        if (op == "open") return open(command.at("index"));
        if (op == "search") return search(command);
        if (op == "batch") return batch(command);
        throw Unsupported(op);
    }

  private:
    std::unique_ptr<Xapian::SimpleStopper> stopper;
    Xapian::Stem stem{"german"};
    Xapian::Database database;

    json index(const std::string& docs, const std::string& path) {
        namespace fs = std::filesystem;
        std::ifstream input(docs);
        if (!input) throw std::runtime_error(docs + ": cannot be read");
        const std::string loose = path + ".loose";
        fs::remove_all(loose);
        fs::remove_all(path);
        {
            Xapian::WritableDatabase writing(loose, Xapian::DB_CREATE_OR_OVERWRITE);
            Xapian::TermGenerator generator;
            generator.set_stemmer(stem);
            // Stop words are left out of queries only: phrases contain them.
            if (stopper) generator.set_stemming_strategy(Xapian::TermGenerator::STEM_ALL);
            std::string line;
            while (std::getline(input, line)) {
                if (line.empty()) continue;
                const json entry = json::parse(line);
                const std::string title = entry.at("title"), text = entry.at("text"), kind = entry.value("kind", "");
                Xapian::Document document;
                generator.set_document(document);
                generator.index_text(title);
                // Phrases do not run from the title into the text.
                generator.increase_termpos();
                generator.index_text(text);
                // Apart from the text, so that fetching an id reads no text.
                document.add_value(ID, entry.at("id").get<std::string>());
                document.add_value(KIND, kind);
                document.add_boolean_term(KIND_PREFIX + kind);
                document.set_data(title + "\n" + text);
                writing.add_document(document);
            }
            writing.commit();
        }
        Xapian::Database(loose).compact(path);
        fs::remove_all(loose);
        return open(path);
    }

    json open(const std::string& path) {
        database = Xapian::Database(path);
        return {{"documents", database.get_doccount()}};
    }

    // The words alone. The parser reads hyphens, quotation marks and brackets as phrases and operators, which is not what
    // "any word" means and costs it a tenth of its relevance on whole questions.
    static std::string words_of(const std::string& text) {
        std::string words;
        for (Xapian::Utf8Iterator at(text); at != Xapian::Utf8Iterator(); ++at)
            Xapian::Unicode::append_utf8(words, Xapian::Unicode::is_wordchar(*at) ? *at : ' ');
        return words.substr(0, words.find_last_not_of(' ') + 1);
    }

    Xapian::Query parse(const std::string& text, const std::string& match) {
        Xapian::QueryParser parser;
        parser.set_database(database);
        parser.set_stemmer(stem);
        if (stopper) {
            parser.set_stemming_strategy(Xapian::QueryParser::STEM_ALL);
            parser.set_stopper(stopper.get());
        }
        const std::string words = words_of(text);
        if (match == "any") return parser.parse_query(words, 0);
        if (match == "phrase") return parser.parse_query('"' + words + '"', Xapian::QueryParser::FLAG_PHRASE);
        parser.set_default_op(Xapian::Query::OP_AND);
        if (match == "all") return parser.parse_query(words, 0);
        if (match == "prefix") return parser.parse_query(words + '*', Xapian::QueryParser::FLAG_WILDCARD);
        throw Unsupported(match);
    }

    struct Found {
        std::vector<std::pair<std::string, double>> hits;
        std::vector<std::string> snippets;
        std::map<std::string, Xapian::doccount> counts;
    };

    Found find(const std::string& text, const json& command) {
        Xapian::Query query = parse(text, command.value("match", "any"));
        if (command.contains("filter")) {
            const std::string kind = command.at("filter").at("kind");
            query = Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(KIND_PREFIX + kind));
        }
        Xapian::Enquire enquire(database);
        enquire.set_query(query);
        Xapian::ValueCountMatchSpy spy(KIND);
        const bool facet = command.contains("facet"), snippets = command.value("snippets", false);
        if (facet) enquire.add_matchspy(&spy);
        // Counting needs every match to be looked at.
        const Xapian::MSet matches = enquire.get_mset(0, command.value("k", 10), facet ? database.get_doccount() : 0);
        Found found;
        for (auto match = matches.begin(); match != matches.end(); ++match) {
            const Xapian::Document document = match.get_document();
            found.hits.emplace_back(document.get_value(ID), match.get_weight());
            if (snippets) {
                found.snippets.push_back(
                    matches.snippet(document.get_data(), 300, stem, Xapian::MSet::SNIPPET_BACKGROUND_MODEL, "[", "]"));
            }
        }
        if (facet)
            for (auto value = spy.values_begin(); value != spy.values_end(); ++value)
                found.counts[*value] = value.get_termfreq();
        return found;
    }

    template <typename Work> static long timed(const Work& work) {
        const auto start = std::chrono::steady_clock::now();
        work();
        return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now() - start).count();
    }

    json search(const json& command) {
        Found found;
        const long time = timed([&] { found = find(command.at("query"), command); });
        json answer = {{"hits", json::array()}, {"nanoseconds", time}};
        for (const auto& [id, score] : found.hits) answer["hits"].push_back({id, score});
        if (command.value("snippets", false)) answer["snippets"] = found.snippets;
        if (command.contains("facet")) answer["facets"]["kind"] = found.counts;
        return answer;
    }

    json batch(const json& command) {
        const std::string path = command.at("queries");
        std::ifstream input(path);
        if (!input) throw std::runtime_error(path + ": cannot be read");
        json times = json::array();
        std::size_t hits = 0;
        for (std::string line; std::getline(input, line);)
            if (!line.empty()) times.push_back(timed([&] { hits += find(line, command).hits.size(); }));
        return {{"nanoseconds", times}, {"hits", hits}};
    }
};

// One word a line; what stands behind a bar is a remark, as in Snowball's lists.
std::unique_ptr<Xapian::SimpleStopper> read_stop_words(const std::string& path) {
    std::ifstream input(path);
    if (!input) throw std::runtime_error(path + ": the stop words cannot be read");
    auto stopper = std::make_unique<Xapian::SimpleStopper>();
    for (std::string line; std::getline(input, line);) {
        std::istringstream words(line.substr(0, line.find('|')));
        for (std::string word; words >> word;) stopper->add(word);
    }
    return stopper;
}

}  // namespace

int main(int argc, char** argv) {
    const std::string how = argc > 1 ? argv[1] : "";
    if (!(how == "defaults" && argc == 2) && !(how == "all" && argc == 3)) {
        std::cerr << "usage: xapian_adapter defaults | xapian_adapter all STOPWORDS\n";
        return 2;
    }
    Adapter adapter(how == "all" ? read_stop_words(argv[2]) : nullptr);
    for (std::string line; std::getline(std::cin, line);) {
        json answer;
        try {
            answer = adapter.answer(json::parse(line));
        } catch (const Unsupported& missing) {
            answer = {{"unsupported", missing.what()}};
        } catch (const Xapian::Error& error) {
            answer = {{"error", error.get_description()}};
        } catch (const std::exception& error) {
            answer = {{"error", error.what()}};
        }
        // A snippet may be cut within a character.
        std::cout << answer.dump(-1, ' ', false, json::error_handler_t::replace) << std::endl;
    }
}
