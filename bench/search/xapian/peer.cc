// The peer of the benchmark on libxapian: it reads commands from its standard
// input, one a line, fields parted by tabs, and answers each with its time in
// microseconds and a number.
//
//   doc TEXT ABOUT KIND PROVINCE YEAR CIRCULAR HIT     no answer
//   commit
//   query MUST ANY PHRASE NOT KIND PROVINCE FIRST LAST FACETS
//
// TEXT and ABOUT are words in a row. A word finds documents that have it in
// either; a phrase, in a row in TEXT.
#include <xapian.h>

#include <chrono>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using std::string;
using std::vector;

static vector<string> split(const string &s, char sep) {
  vector<string> out;
  string part;
  std::istringstream in(s);
  while (std::getline(in, part, sep)) {
    if (sep == '\t' || !part.empty()) out.push_back(part);
  }
  return out;
}

// Slots of document values.
enum { YEAR, CIRCULAR, KIND, PROVINCE };

static Xapian::Query word(const string &w) {
  return Xapian::Query(Xapian::Query::OP_OR, Xapian::Query(w), Xapian::Query("A" + w));
}

// Counts circulars and documents by kind, province and year.
class Facets : public Xapian::MatchSpy {
 public:
  std::map<string, std::pair<std::set<string>, int>> kind, province, year;
  void operator()(const Xapian::Document &d, double) override {
    string c = d.get_value(CIRCULAR);
    count(kind[d.get_value(KIND)], c);
    count(province[d.get_value(PROVINCE)], c);
    count(year[d.get_value(YEAR)], c);
  }

 private:
  void count(std::pair<std::set<string>, int> &p, const string &c) {
    p.first.insert(c);
    p.second++;
  }
};

int main(int argc, char **argv) {
  std::ios::sync_with_stdio(false);
  Xapian::WritableDatabase db(argv[1], Xapian::DB_CREATE_OR_OPEN);
  string line;
  int pending = 0;
  while (std::getline(std::cin, line)) {
    auto start = std::chrono::steady_clock::now();
    int n = 0;
    vector<string> f = split(line, '\t');
    if (f[0] == "doc") {
      Xapian::Document d;
      Xapian::termpos pos = 0;
      for (const string &w : split(f[1], ' ')) d.add_posting(w, ++pos);
      for (const string &w : split(f[2], ' ')) d.add_term("A" + w);
      d.add_boolean_term("XK" + f[3]);
      d.add_boolean_term("XP" + f[4]);
      d.add_boolean_term("XY" + f[5]);
      d.add_value(YEAR, f[5]);
      d.add_value(CIRCULAR, f[6]);
      d.add_value(KIND, f[3]);
      d.add_value(PROVINCE, f[4]);
      d.set_data(f[7]);
      db.add_document(d);
      if (++pending % 10000 == 0) db.commit();
      continue;
    }
    if (f[0] == "commit") {
      db.commit();
    } else {
      f.resize(10);
      Xapian::Query q;
      vector<Xapian::Query> must;
      for (const string &w : split(f[1], ' ')) must.push_back(word(w));
      vector<Xapian::Query> any;
      for (const string &w : split(f[2], ' ')) any.push_back(word(w));
      if (!any.empty()) must.push_back(Xapian::Query(Xapian::Query::OP_OR, any.begin(), any.end()));
      vector<string> phrase = split(f[3], ' ');
      if (!phrase.empty()) must.push_back(Xapian::Query(Xapian::Query::OP_PHRASE, phrase.begin(), phrase.end()));
      if (!must.empty()) q = Xapian::Query(Xapian::Query::OP_AND, must.begin(), must.end());
      vector<Xapian::Query> filter;
      if (!f[5].empty()) filter.push_back(Xapian::Query("XK" + f[5]));
      if (!f[6].empty()) filter.push_back(Xapian::Query("XP" + f[6]));
      if (f[7] != "0") {
        vector<Xapian::Query> years;
        for (int y = std::stoi(f[7]); y <= std::stoi(f[8]); y++) years.push_back(Xapian::Query("XY" + std::to_string(y)));
        filter.push_back(Xapian::Query(Xapian::Query::OP_OR, years.begin(), years.end()));
      }
      for (const Xapian::Query &x : filter) q = q.empty() ? Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, x, 0) : Xapian::Query(Xapian::Query::OP_FILTER, q, x);
      for (const string &w : split(f[4], ' ')) q = Xapian::Query(Xapian::Query::OP_AND_NOT, q, Xapian::Query(w));
      Xapian::Enquire enquire(db);
      enquire.set_query(q);
      Facets spy;
      if (f[9] == "1") enquire.add_matchspy(&spy);
      Xapian::MSet m = enquire.get_mset(0, 10, f[9] == "1" ? db.get_doccount() : 0);
      for (auto i = m.begin(); i != m.end(); ++i) n += i.get_document().get_data().size() > 0;
      n = m.get_matches_estimated();
    }
    auto took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
    std::cout << took.count() << ' ' << n << std::endl;
  }
  return 0;
}
