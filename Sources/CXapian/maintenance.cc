// Compacting and checking. Both may throw anything a damaged file can cause, which Swift could not catch.
#include <sstream>

#include "Support.h"

cxapian_error *cxapian_compact(const uint8_t *sources, size_t sources_count, const uint8_t *destination,
                               size_t destination_count, uint32_t options, uint32_t level, uint32_t block_size) {
    std::string subject;
    return cxapian::guarded(
        [&] {
            cxapian::Cursor cursor(sources, sources_count);
            Xapian::Database database;
            // Without a source Xapian would dereference nothing.
            if (cursor.at_end()) throw Xapian::InvalidArgumentError("there is nothing to compact");
            while (!cursor.at_end()) {
                subject = cursor.bytes();
                database.add_database(Xapian::Database(cxapian::path_of(subject)));
            }
            unsigned flags = 0;
            switch (level) {
                case 0: flags = Xapian::Compactor::STANDARD; break;
                case 1: flags = Xapian::Compactor::FULL; break;
                case 2: flags = Xapian::Compactor::FULLER; break;
                default: throw Xapian::InvalidArgumentError("unknown compaction level");
            }
            if (options & CXAPIAN_COMPACT_MULTIPASS) flags |= Xapian::DBCOMPACT_MULTIPASS;
            if (options & CXAPIAN_COMPACT_KEEP_IDS) flags |= Xapian::DBCOMPACT_NO_RENUMBER;
            if (options & CXAPIAN_COMPACT_SINGLE_FILE) flags |= Xapian::DBCOMPACT_SINGLE_FILE;
            subject = cxapian::string_of(destination, destination_count);
            database.compact(cxapian::path_of(subject), flags, int(block_size));
        },
        &subject);
}

cxapian_error *cxapian_check(const uint8_t *path, size_t path_count, uint64_t *problems, cxapian_answer **answer) {
    std::string subject;
    return cxapian::guarded(
        [&] {
            subject = cxapian::string_of(path, path_count);
            std::ostringstream report;
            size_t found = 0;
            try {
                found = Xapian::Database::check(cxapian::path_of(subject), 0, &report);
            } catch (const Xapian::DatabaseCorruptError &error) {
                // Damage too bad to go on is a finding as well, and what was reported before it must not be lost.
                report << '\n' << error.get_msg() << '\n';
                found = 1;
            }
            *answer = new cxapian_answer{report.str()};
            *problems = found;
        },
        &subject);
}
