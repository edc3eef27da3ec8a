// A packed query to a Xapian::Query. Swift cannot subclass or combine C++ objects without one call and one handle a
// node; a query as bytes has neither.
#include <algorithm>
#include <cmath>
#include <vector>

#include "Support.h"

namespace {

using Xapian::Query;
using cxapian::Cursor;

[[noreturn]] void malformed(const char *what) {
    throw Xapian::InvalidArgumentError(std::string("malformed query: ") + what);
}

Query::op operator_of(uint8_t code) {
    switch (code) {
        case CXAPIAN_QUERY_AND: return Query::OP_AND;
        case CXAPIAN_QUERY_OR: return Query::OP_OR;
        case CXAPIAN_QUERY_AND_NOT: return Query::OP_AND_NOT;
        case CXAPIAN_QUERY_AND_MAYBE: return Query::OP_AND_MAYBE;
        case CXAPIAN_QUERY_FILTER: return Query::OP_FILTER;
        case CXAPIAN_QUERY_XOR: return Query::OP_XOR;
        case CXAPIAN_QUERY_SYNONYM: return Query::OP_SYNONYM;
        case CXAPIAN_QUERY_MAX: return Query::OP_MAX;
        case CXAPIAN_QUERY_ELITE_SET: return Query::OP_ELITE_SET;
        case CXAPIAN_QUERY_PHRASE: return Query::OP_PHRASE;
        case CXAPIAN_QUERY_NEAR: return Query::OP_NEAR;
        default: malformed("unknown operator");
    }
}

// Whether a query becomes a list of postings that never turns into another while it is read.
bool is_leaf(const Query &query) {
    switch (query.get_type()) {
        case Query::LEAF_TERM:
        case Query::LEAF_MATCH_ALL:
        case Query::LEAF_MATCH_NOTHING:
            return true;
        case Query::OP_SCALE_WEIGHT:
            return is_leaf(query.get_subquery(0));
        default:
            return false;
    }
}

Query decode(const Xapian::Database &database, Cursor &cursor, unsigned depth);

std::vector<Query> decode_children(const Xapian::Database &database, Cursor &cursor, uint32_t count,
                                   unsigned depth) {
    // A query takes at least one byte, so a count beyond the rest is a lie and must not size an allocation.
    if (count > cursor.remaining()) malformed("more operands than bytes");
    std::vector<Query> children;
    children.reserve(count);
    for (uint32_t i = 0; i < count; ++i) children.push_back(decode(database, cursor, depth + 1));
    return children;
}

Query decode_wildcard(Cursor &cursor) {
    Xapian::termcount limit = cursor.u32();
    int overflow = 0;
    switch (cursor.u8()) {
        case 0: overflow = Query::WILDCARD_LIMIT_ERROR; break;
        case 1: overflow = Query::WILDCARD_LIMIT_FIRST; break;
        case 2: overflow = Query::WILDCARD_LIMIT_MOST_FREQUENT; break;
        default: malformed("unknown wildcard overflow");
    }
    Query::op combiner = operator_of(cursor.u8());
    if (combiner != Query::OP_OR && combiner != Query::OP_SYNONYM && combiner != Query::OP_MAX) {
        malformed("a wildcard's terms combine with or, synonym or max only");
    }
    std::string prefix = cursor.bytes();
    return Query(Query::OP_WILDCARD, prefix, limit, overflow, combiner);
}

Query decode(const Xapian::Database &database, Cursor &cursor, unsigned depth) {
    if (depth > CXAPIAN_MAXIMUM_QUERY_DEPTH) malformed("nested too deeply");
    uint8_t code = cursor.u8();
    switch (code) {
        case CXAPIAN_QUERY_NOTHING:
            return Query();
        case CXAPIAN_QUERY_ALL:
            // Not Query::MatchAll: its reference count is a plain integer that all threads would share.
            return Query(std::string());
        case CXAPIAN_QUERY_TERM: {
            Xapian::termcount wqf = cursor.u32();
            std::string term = cursor.bytes();
            // Xapian takes the empty term to mean every document, the opposite of what an empty word should find.
            if (term.empty()) malformed("a term must not be empty");
            return Query(term, wqf);
        }
        case CXAPIAN_QUERY_ELITE_SET:
        case CXAPIAN_QUERY_PHRASE:
        case CXAPIAN_QUERY_NEAR: {
            uint32_t count = cursor.u32();
            Xapian::termcount parameter = cursor.u32();
            auto children = decode_children(database, cursor, count, depth);
            return Query(operator_of(code), children.begin(), children.end(), parameter);
        }
        case CXAPIAN_QUERY_SCALE: {
            double factor = cursor.f64();
            if (!std::isfinite(factor) || factor < 0) malformed("a scale factor must be finite and not negative");
            return Query(factor, decode(database, cursor, depth + 1));
        }
        case CXAPIAN_QUERY_WILDCARD:
            return decode_wildcard(cursor);
        case CXAPIAN_QUERY_VALUE_RANGE: {
            Xapian::valueno slot = cursor.u32();
            std::string from = cursor.bytes();
            std::string to = cursor.bytes();
            return Query(Query::OP_VALUE_RANGE, slot, from, to);
        }
        case CXAPIAN_QUERY_VALUE_AT_MOST:
        case CXAPIAN_QUERY_VALUE_AT_LEAST: {
            Xapian::valueno slot = cursor.u32();
            std::string limit = cursor.bytes();
            auto op = code == CXAPIAN_QUERY_VALUE_AT_MOST ? Query::OP_VALUE_LE : Query::OP_VALUE_GE;
            return Query(op, slot, limit);
        }
        case CXAPIAN_QUERY_SEQUENCE:
            return cxapian::decode_sequence(cursor);
        case CXAPIAN_QUERY_GROUPS: {
            Xapian::valueno slot = cursor.u32();
            return cxapian::groups_of(database, slot, decode(database, cursor, depth + 1));
        }
        case CXAPIAN_QUERY_VALUE_WEIGHT:
            return cxapian::decode_value_weight(cursor);
        default: {
            Query::op op = operator_of(code);
            auto children = decode_children(database, cursor, cursor.u32(), depth);
            // An OR that turns into something simpler when the matcher prunes leaves Xapian 1.4.22's MAX with a
            // pointer to what was there before: a crash, where the weights allow it.
            if (op == Query::OP_MAX && !std::all_of(children.begin(), children.end(), is_leaf)) {
                throw Xapian::UnimplementedError("max takes terms, scaled or not, and nothing else");
            }
            return Query(op, children.begin(), children.end());
        }
    }
}

}  // namespace

Xapian::Query cxapian::decode_query(const Xapian::Database &database, const uint8_t *bytes, size_t count) {
    Cursor cursor(bytes, count);
    Query query = decode(database, cursor, 0);
    if (!cursor.at_end()) malformed("bytes after its end");
    return query;
}
