// All documents that match a query, as one bit each. A search that ranks can pass over what cannot reach its page; who has
// to count, or to tell facets, needs every match, and for that a list of postings is read several times faster by itself
// than merged and weighed. Not for remote shards: a list would come over the network as a whole.
#include <algorithm>
#include <vector>

#include "Support.h"

namespace {

using Xapian::Query;

// Bit n % 64 of word n / 64 is document n.
class Bits {
  public:
    std::vector<uint64_t> words;

    explicit Bits(size_t count) : words(count, 0) {}

    void set(Xapian::docid id) {
        size_t at = id / 64;
        // A posting behind the last document would be a damaged database.
        if (at >= words.size()) throw Xapian::DatabaseCorruptError("a posting is of a document beyond the last one");
        words[at] |= uint64_t(1) << (id % 64);
    }

    size_t count() const {
        size_t sum = 0;
        for (uint64_t word : words) sum += size_t(__builtin_popcountll(word));
        return sum;
    }

    void operator|=(const Bits &other) {
        for (size_t i = 0; i < words.size(); ++i) words[i] |= other.words[i];
    }

    void operator&=(const Bits &other) {
        for (size_t i = 0; i < words.size(); ++i) words[i] &= other.words[i];
    }

    void remove(const Bits &other) {
        for (size_t i = 0; i < words.size(); ++i) words[i] &= ~other.words[i];
    }

    template <typename Visit>
    void each(Visit visit) const {
        for (size_t i = 0; i < words.size(); ++i) {
            for (uint64_t rest = words[i]; rest != 0; rest &= rest - 1) {
                if (!visit(Xapian::docid(i * 64 + size_t(__builtin_ctzll(rest))))) return;
            }
        }
    }
};

// So many postings are read in the time that one of them takes to be looked for.
constexpr size_t SEEK_COST = 8;

class Evaluation {
    const Xapian::Database &database;
    const size_t word_count;

    static bool is_any(Query::op op) {
        return op == Query::OP_OR || op == Query::OP_SYNONYM || op == Query::OP_MAX;
    }

    static bool is_all(Query::op op) { return op == Query::OP_AND || op == Query::OP_FILTER; }

    // Whether a query is made of terms and of what is done to sets. Everything else is left to Xapian.
    static bool is_plain(const Query &query) {
        Query::op op = query.get_type();
        if (op == Query::LEAF_TERM || op == Query::LEAF_MATCH_ALL || op == Query::LEAF_MATCH_NOTHING) return true;
        if (op == Query::OP_AND_MAYBE || op == Query::OP_SCALE_WEIGHT) return is_plain(query.get_subquery(0));
        if (!is_any(op) && !is_all(op) && op != Query::OP_AND_NOT) return false;
        for (size_t i = 0; i < query.get_num_subqueries(); ++i) {
            if (!is_plain(query.get_subquery(i))) return false;
        }
        return true;
    }

    static std::string term_of(const Query &query) { return *query.get_terms_begin(); }

    // An upper bound, of a plain query.
    size_t most(const Query &query) const {
        Query::op op = query.get_type();
        if (op == Query::LEAF_MATCH_NOTHING) return 0;
        if (op == Query::LEAF_MATCH_ALL) return database.get_doccount();
        if (op == Query::LEAF_TERM) return database.get_termfreq(term_of(query));
        size_t bound = most(query.get_subquery(0));
        if (!is_any(op) && !is_all(op)) return bound;
        for (size_t i = 1; i < query.get_num_subqueries(); ++i) {
            size_t other = most(query.get_subquery(i));
            bound = is_any(op) ? bound + other : std::min(bound, other);
        }
        return bound;
    }

    Bits by_xapian(const Query &query) const {
        Xapian::Enquire enquire(database);
        enquire.set_query(query);
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
        Xapian::MSet matches = enquire.get_mset(0, database.get_doccount());
        Bits bits(word_count);
        for (auto hit = matches.begin(); hit != matches.end(); ++hit) bits.set(*hit);
        return bits;
    }

    Bits postings(const std::string &term) const {
        Bits bits(word_count);
        auto end = database.postlist_end(term);
        for (auto posting = database.postlist_begin(term); posting != end; ++posting) bits.set(*posting);
        return bits;
    }

    Bits postings(const std::string &term, const Bits &within) const {
        size_t wanted = within.count();
        if (wanted * SEEK_COST >= database.get_termfreq(term)) {
            Bits bits = postings(term);
            bits &= within;
            return bits;
        }
        Bits bits(word_count);
        auto posting = database.postlist_begin(term);
        auto end = database.postlist_end(term);
        if (posting == end) return bits;
        within.each([&](Xapian::docid id) {
            posting.skip_to(id);
            if (posting == end) return false;
            if (*posting == id) bits.set(id);
            return true;
        });
        return bits;
    }

    // What all of a query's parts have in common, the shortest first.
    Bits common(const Query &query, const Bits *within) const {
        std::vector<std::pair<size_t, size_t>> order;
        for (size_t i = 0; i < query.get_num_subqueries(); ++i) order.emplace_back(most(query.get_subquery(i)), i);
        std::sort(order.begin(), order.end());
        Bits bits = evaluate(query.get_subquery(order.front().second), within);
        for (size_t i = 1; i < order.size(); ++i) bits = evaluate(query.get_subquery(order[i].second), &bits);
        return bits;
    }

  public:
    explicit Evaluation(const Xapian::Database &searched)
        : database(searched), word_count(searched.get_lastdocid() / 64 + 1) {}

    // The matches of a query, or those of them that a set has.
    Bits evaluate(const Query &query, const Bits *within = nullptr) const {
        Query::op op = query.get_type();
        if (op == Query::LEAF_TERM) return within ? postings(term_of(query), *within) : postings(term_of(query));
        if (op == Query::LEAF_MATCH_NOTHING) return Bits(word_count);
        if (op == Query::LEAF_MATCH_ALL) return within ? *within : postings(std::string());
        if (op == Query::OP_SCALE_WEIGHT || op == Query::OP_AND_MAYBE) return evaluate(query.get_subquery(0), within);
        if (is_any(op)) {
            Bits bits(word_count);
            for (size_t i = 0; i < query.get_num_subqueries(); ++i) bits |= evaluate(query.get_subquery(i), within);
            return bits;
        }
        if (is_all(op) && is_plain(query)) return common(query, within);
        if (op == Query::OP_AND_NOT && is_plain(query)) {
            Bits bits = evaluate(query.get_subquery(0), within);
            for (size_t i = 1; i < query.get_num_subqueries(); ++i) {
                bits.remove(evaluate(query.get_subquery(i), &bits));
            }
            return bits;
        }
        Bits bits = by_xapian(query);
        if (within) bits &= *within;
        return bits;
    }
};

}  // namespace

cxapian_error *cxapian_matches(const cxapian_reader *reader, const uint8_t *query, size_t query_count,
                               cxapian_answer **answer) {
    return cxapian::guarded([&] {
        const Xapian::Database &database = reader->database;
        Bits bits = Evaluation(database).evaluate(cxapian::decode_query(database, query, query_count));
        cxapian::Builder out;
        for (uint64_t word : bits.words) out.u64(word);
        *answer = out.answer();
    });
}
