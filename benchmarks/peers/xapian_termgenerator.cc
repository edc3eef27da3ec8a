// The peer "plain Xapian": a folder of Markdown files, cut at their headings, indexed by Xapian's own TermGenerator
// with positions and the German stemmer, one thread, one database, as its documentation shows it. Prints JSON.
#include <sys/resource.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: xapian_termgenerator CORPUS INDEX\n";
        return 2;
    }
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(argv[1]))
        if (entry.is_regular_file() && entry.path().extension() == ".md") files.push_back(entry.path());
    std::sort(files.begin(), files.end());

    const auto start = std::chrono::steady_clock::now();
    std::size_t bytes = 0, sections = 0;
    {
        Xapian::WritableDatabase database(argv[2], Xapian::DB_CREATE_OR_OVERWRITE);
        Xapian::TermGenerator generator;
        generator.set_stemmer(Xapian::Stem("german"));
        const auto add = [&](const std::string& heading, const std::string& text) {
            if (text.empty()) return;
            Xapian::Document document;
            generator.set_document(document);
            generator.index_text(heading);
            generator.increase_termpos();
            generator.index_text(text);
            document.set_data(heading + "\n" + text);
            database.add_document(document);
            ++sections;
        };
        for (const auto& path : files) {
            std::ifstream input(path);
            std::string line, heading, text;
            while (std::getline(input, line)) {
                bytes += line.size() + 1;
                if (!line.empty() && line[0] == '#') {
                    add(heading, text);
                    heading = line;
                    text.clear();
                } else {
                    text += line;
                    text += '\n';
                }
            }
            add(heading, text);
        }
        database.commit();
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::cout << "{\"bytes\":" << bytes << ",\"sections\":" << sections << ",\"seconds\":" << seconds.count()
              << ",\"peak_mb\":" << usage.ru_maxrss / 1024 << "}\n";
}
