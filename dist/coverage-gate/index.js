"use strict";
var __webpack_modules__ = {
  8548: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      T: () => hasCache
    });
    function hasCache(runner) {
      const address = runner.env("ACTIONS_CACHE_URL") ?? runner.env("ACTIONS_RESULTS_URL");
      return address !== void 0 && runner.env("ACTIONS_RUNTIME_TOKEN") !== void 0;
    }
  }),
  607: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      xN: () => Coverage,
      Im: () => isEmpty,
      Zu: () => merged,
      qd: () => metrics,
      vA: () => totalsOf
    });
    var failure = __nccwpck_require__(986);
    var quote = __nccwpck_require__(6588);
    var enlarged = __nccwpck_require__(8290);
    var marks = __nccwpck_require__(936);
    const linesOfPage = 128;
    class Pages {
      #wordsOfPage;
      #words=new Int32Array(1024);
      #used=0;
      #directory=new marks.P;
      constructor(wordsOfPage) {
        this.#wordsOfPage = wordsOfPage;
      }
      get size() {
        return this.#directory.size;
      }
      get words() {
        return this.#words;
      }
      pageOf(file, line) {
        this.#directory.find(file, line >> 7, 0);
        const known = this.#directory.value;
        if (known > 0) return known - 1;
        const at = this.#used;
        this.#used += this.#wordsOfPage;
        if (this.#used > this.#words.length) this.#words = (0, enlarged.v)(this.#words, this.#used);
        this.#directory.value = at + 1;
        return at;
      }
      each(visit) {
        this.#directory.each((file, page, _, at) => visit(file, page * linesOfPage, at - 1));
      }
    }
    function firstOfPage(line) {
      return line & -linesOfPage;
    }
    const wordsOfPage = 8;
    class LinePages {
      #pages=new Pages(wordsOfPage);
      #file=-1;
      #first=Number.NaN;
      #page=0;
      #marked={
        covered: 0,
        total: 0
      };
      #sorted;
      #sortedSize=0;
      mark(file, line, covered) {
        const first = firstOfPage(line);
        if (file !== this.#file || first !== this.#first) this.#turnTo(file, first);
        const {words: words} = this.#pages;
        const at = this.#page + (line >> 5 & 3);
        const bit = 1 << (line & 31);
        const known = words[at] ?? 0;
        const added = (known & bit) === 0 ? 1 : 0;
        if (added) words[at] = known | bit;
        if (!covered) return added;
        const hit = words[at + 4] ?? 0;
        if (hit & bit) return added;
        words[at + 4] = hit | bit;
        return added | 2;
      }
      markRows(file, rows, width, count, number, hits) {
        let covered = 0;
        let total = 0;
        for (let at = 0; at < count * width; at += width) {
          const line = rows[at + number] ?? 0;
          const first = firstOfPage(line);
          if (file !== this.#file || first !== this.#first) this.#turnTo(file, first);
          const {words: words} = this.#pages;
          const word = this.#page + (line >> 5 & 3);
          const hit = rows[at + hits] ?? 0;
          const isHit = (hit | -hit) >>> 31;
          const known = words[word] ?? 0;
          const knownHits = words[word + 4] ?? 0;
          total += ~(known >>> line) & 1;
          covered += ~(knownHits >>> line) & isHit;
          words[word] = known | 1 << line;
          words[word + 4] = knownHits | isHit << line;
        }
        this.#marked.covered = covered;
        this.#marked.total = total;
        return this.#marked;
      }
      merge(file, line, others, other) {
        const count = {
          covered: 0,
          total: 0
        };
        const page = this.#pages.pageOf(file, line);
        for (let i = 0; i < wordsOfPage; i++) {
          const mine = this.#pages.words[page + i] ?? 0;
          const both = mine | (others.#pages.words[other + i] ?? 0);
          this.#pages.words[page + i] = both;
          const added = bits(both ^ mine);
          if (i < 4) count.total += added; else count.covered += added;
        }
        return count;
      }
      each(visit) {
        this.#pages.each(visit);
      }
      stateOf(file, line) {
        const first = firstOfPage(line);
        const pages = this.#pagesOf(file);
        for (let i = 0; i < pages.length; i += 2) {
          if (pages[i] !== first) continue;
          const at = (pages[i + 1] ?? 0) + (line >> 5 & 3);
          const bit = 1 << (line & 31);
          if (((this.#pages.words[at] ?? 0) & bit) === 0) return;
          return ((this.#pages.words[at + 4] ?? 0) & bit) !== 0;
        }
        return;
      }
      ranges(file, kind) {
        const ranges = [];
        const pages = this.#pagesOf(file);
        for (let i = 0; i < pages.length; i += 2) {
          const first = pages[i] ?? 0;
          for (let word = 0; word < 4; word++) {
            const set = this.#wordOf((pages[i + 1] ?? 0) + word, kind);
            for (let bit = 0; set >>> bit !== 0 && bit < 32; bit++) if ((set >>> bit & 1) === 1) extend(ranges, first + word * 32 + bit);
          }
        }
        return ranges;
      }
      #turnTo(file, first) {
        this.#page = this.#pages.pageOf(file, first);
        this.#file = file;
        this.#first = first;
      }
      #wordOf(at, kind) {
        const coverable = this.#pages.words[at] ?? 0;
        const covered = this.#pages.words[at + 4] ?? 0;
        if (kind === "coverable") return coverable;
        return kind === "covered" ? covered : coverable & ~covered;
      }
      #pagesOf(file) {
        if (!this.#sorted || this.#sortedSize !== this.#pages.size) {
          this.#sorted = this.#sort();
          this.#sortedSize = this.#pages.size;
        }
        return this.#sorted.get(file) ?? [];
      }
      #sort() {
        const found = new Map;
        this.each((file, line, page) => {
          const pages = found.get(file);
          if (pages) pages.push([ line, page ]); else found.set(file, [ [ line, page ] ]);
        });
        for (const pages of found.values()) pages.sort(([one], [other]) => one - other);
        return new Map(Array.from(found, ([file, pages]) => [ file, pages.flat() ]));
      }
    }
    function extend(ranges, line) {
      const last = ranges.at(-1);
      if (last && last.to + 1 === line) last.to = line; else ranges.push({
        from: line,
        to: line
      });
    }
    function bits(word) {
      let pairs = word - (word >>> 1 & 1431655765);
      pairs = (pairs & 858993459) + (pairs >>> 2 & 858993459);
      return Math.imul(pairs + (pairs >>> 4) & 252645135, 16843009) >>> 24;
    }
    const words = 3;
    class NameTable {
      #bytes=new Uint8Array(4096);
      #used=0;
      #entries=new Int32Array(words * 64);
      #count=0;
      #last=-1;
      #newest=-1;
      #first=0;
      #recent=0;
      #index=new Int32Array(128);
      #whole=new Int32Array(128);
      #indexed=0;
      mark(file, bytes, from, to, covered) {
        const count = this.#count;
        const at = this.#find(file, bytes, from, to) * words + 2;
        const added = this.#count > count ? 1 : 0;
        const length = this.#entries[at] ?? 0;
        if (!covered || (length & 1) === 1) return added;
        this.#entries[at] = length | 1;
        return added | 2;
      }
      each(visit) {
        for (let at = 0; at < this.#count * words; at += words) {
          const from = this.#entries[at + 1] ?? 0;
          const length = this.#entries[at + 2] ?? 0;
          visit(this.#entries[at] ?? 0, this.#bytes, from, from + (length >>> 1), (length & 1) === 1);
        }
      }
      #find(file, bytes, from, to) {
        const next = this.#last + 1;
        if (next < this.#count && this.#is(next, file, bytes, from, to)) return next;
        const hash = hashOf(file, bytes, from, to);
        if (file < this.#newest) return this.#findOlder(file, hash, bytes, from, to);
        if (file > this.#newest) {
          this.#newest = file;
          this.#first = this.#count;
          this.#recent = 0;
        }
        const index = this.#index;
        const mask = index.length - 1;
        let slot = hash & mask;
        for (let number = index[slot] ?? 0; number > this.#first; number = index[slot] ?? 0) {
          if (this.#is(number - 1, file, bytes, from, to)) return number - 1;
          slot = slot + 1 & mask;
        }
        const added = this.#add(file, bytes, from, to);
        index[slot] = added + 1;
        if (++this.#recent * 2 > index.length) this.#growIndex();
        return added;
      }
      #findOlder(file, hash, bytes, from, to) {
        this.#catchUp();
        const index = this.#whole;
        const mask = index.length - 1;
        let slot = hash & mask;
        for (let number = index[slot] ?? 0; number > 0; number = index[slot] ?? 0) {
          if (this.#is(number - 1, file, bytes, from, to)) return number - 1;
          slot = slot + 1 & mask;
        }
        return this.#add(file, bytes, from, to);
      }
      #is(number, file, bytes, from, to) {
        const at = number * words;
        const entries = this.#entries;
        if (entries[at] !== file || (entries[at + 2] ?? 0) >>> 1 !== to - from) return false;
        const mine = this.#bytes;
        let last = (entries[at + 1] ?? 0) + to - from;
        for (let i = to - 1; i >= from; i--) if (mine[--last] !== bytes[i]) return false;
        this.#last = number;
        return true;
      }
      #add(file, bytes, from, to) {
        const length = to - from;
        const used = this.#used + length;
        if (used > this.#bytes.length) this.#bytes = (0, enlarged.v)(this.#bytes, used);
        const entries = (this.#count + 1) * words;
        if (entries > this.#entries.length) this.#entries = (0, enlarged.v)(this.#entries, entries);
        const mine = this.#bytes;
        for (let i = 0; i < length; i++) mine[this.#used + i] = bytes[from + i] ?? 0;
        const number = this.#count++;
        const at = number * words;
        this.#entries[at] = file;
        this.#entries[at + 1] = this.#used;
        this.#entries[at + 2] = length << 1;
        this.#used += length;
        this.#last = number;
        return number;
      }
      #growIndex() {
        this.#index = new Int32Array(this.#index.length * 2);
        for (let number = this.#first; number < this.#count; number++) if (this.#entries[number * words] === this.#newest) this.#enter(number, this.#index);
      }
      #catchUp() {
        let size = this.#whole.length;
        while (this.#count * 4 > size * 3) size *= 2;
        if (size > this.#whole.length) {
          this.#whole.buffer.transfer(0);
          this.#whole = new Int32Array(size);
          this.#indexed = 0;
        }
        while (this.#indexed < this.#count) this.#enter(this.#indexed++, this.#whole);
      }
      #enter(number, index) {
        const mask = index.length - 1;
        const entry = number * words;
        const from = this.#entries[entry + 1] ?? 0;
        const to = from + ((this.#entries[entry + 2] ?? 0) >>> 1);
        let slot = hashOf(this.#entries[entry] ?? 0, this.#bytes, from, to) & mask;
        while (index[slot] !== 0) slot = slot + 1 & mask;
        index[slot] = number + 1;
      }
    }
    function hashOf(file, bytes, from, to) {
      let hash = Math.imul(file, 2654435761);
      for (let at = from; at < to; at++) hash = Math.imul(hash, 31) + (bytes[at] ?? 0);
      hash = Math.imul(hash ^ hash >>> 16, 2246822507);
      return hash ^ hash >>> 13;
    }
    class Nibbles {
      #pages=new Pages(16);
      #file=-1;
      #first=Number.NaN;
      #page=0;
      mark(file, line, bits) {
        const first = firstOfPage(line);
        if (file !== this.#file || first !== this.#first) {
          this.#page = this.#pages.pageOf(file, line);
          this.#file = file;
          this.#first = first;
        }
        const {words: words} = this.#pages;
        const at = this.#page + (line >> 3 & 15);
        const shift = (line & 7) * 4;
        const word = words[at] ?? 0;
        words[at] = word | bits << shift;
        return word >>> shift & 15;
      }
      each(visit) {
        this.#pages.each((file, first, page) => {
          for (let i = 0; i < linesOfPage; i++) {
            const word = this.#pages.words[page + (i >> 3)] ?? 0;
            const bits = word >>> (i & 7) * 4 & 15;
            if (bits > 0) visit(file, first + i, bits);
          }
        });
      }
    }
    class Tallies {
      #values=new Float64Array(0);
      sum={
        covered: 0,
        total: 0
      };
      get isEmpty() {
        return this.#values.length === 0;
      }
      add(file, covered, total) {
        const at = file * 2;
        if (at >= this.#values.length) this.#values = (0, enlarged.v)(this.#values, at + 2);
        this.#values[at] = this.coveredOf(file) + covered;
        this.#values[at + 1] = this.totalOf(file) + total;
        this.sum.covered += covered;
        this.sum.total += total;
      }
      coveredOf(file) {
        const at = file * 2;
        return at < this.#values.length ? this.#values[at] ?? 0 : 0;
      }
      totalOf(file) {
        const at = file * 2;
        return at < this.#values.length ? this.#values[at + 1] ?? 0 : 0;
      }
      of(file) {
        return {
          covered: this.coveredOf(file),
          total: this.totalOf(file)
        };
      }
    }
    var wide = __nccwpck_require__(4507);
    const metrics = [ "lines", "branches", "functions", "statements", "instructions", "regions" ];
    class Coverage {
      measured=new Set;
      #files=[];
      #modules=new Map;
      #store=new Store;
      measuring(...more) {
        for (const metric of more) this.measured.add(metric);
        return this;
      }
      file(path, module = "") {
        const files = this.#filesOf(module);
        const known = files.get(path);
        if (known) return known;
        const file = new SourceFile(path, module, this.#files.length, this.#store);
        files.set(path, file);
        this.#files.push(file);
        return file;
      }
      files() {
        return this.#files;
      }
      totals() {
        return totalsOf(metric => this.#store.sum(metric, this.#files.length));
      }
      merge(...others) {
        for (const isIdle of passesOf(others)) for (const other of others) this.#mergeAs(other, file => this.#counterpart(file, file, isIdle));
      }
      #counterpart(theirs, place, isIdle) {
        if (theirs.idle !== isIdle) return;
        const known = this.#modules.get(place.module)?.get(place.path);
        if (isIdle && known?.idle === false) return;
        const file = known ?? this.file(place.path, place.module);
        if (!known) file.idle = isIdle;
        return file;
      }
      renamed(pathOf) {
        const paths = new Map(Array.from(this.files(), file => [ file, pathOf(file) ]));
        if (this.#rename([ ...paths.values() ])) return this;
        const renamed = new Coverage;
        const placeOf = file => {
          const path = paths.get(file);
          return path === void 0 ? file : {
            path: path,
            module: ""
          };
        };
        for (const isIdle of passesOf([ this ])) renamed.#mergeAs(this, file => renamed.#counterpart(file, placeOf(file), isIdle));
        return renamed;
      }
      #rename(paths) {
        const places = this.#files.map((file, i) => {
          const path = paths[i];
          return path === void 0 ? {
            path: file.path,
            module: file.module
          } : {
            path: path,
            module: ""
          };
        });
        if (new Set(places.map(keyOf)).size < places.length) return false;
        this.#modules.clear();
        this.#files.forEach((file, i) => {
          Object.assign(file, places[i]);
          this.#filesOf(file.module).set(file.path, file);
        });
        return true;
      }
      #filesOf(module) {
        const known = this.#modules.get(module);
        if (known) return known;
        const files = new Map;
        this.#modules.set(module, files);
        return files;
      }
      #mergeAs(other, counterpart) {
        for (const metric of other.measured) this.measured.add(metric);
        const mine = Array.from(other.files(), theirs => {
          const file = counterpart(theirs);
          file?.addCounts(theirs);
          return file;
        });
        other.#store.tell(mine);
      }
    }
    function keyOf({path: path, module: module}) {
      return module === "" ? path : `${module}\0${path}`;
    }
    function merged(coverages) {
      const [only, ...others] = coverages;
      if (only && others.length === 0) return only;
      const whole = new Coverage;
      whole.merge(...coverages);
      return whole;
    }
    function contradiction(path, one, other) {
      return new failure.HR(`cannot be right: a block of ${(0, quote.h)(path)} has ${one} statements here and ${other} there, as in different versions of the code`);
    }
    function passesOf(coverages) {
      const hasIdle = coverages.some(one => Iterator.from(one.files()).some(({idle: idle}) => idle));
      return hasIdle ? [ false, true ] : [ false ];
    }
    function isEmpty(totals) {
      return metrics.every(metric => totals[metric].total === 0);
    }
    class Store {
      lines=new LinePages;
      pairs=new Nibbles;
      shares=new marks.P;
      firstArms=new Nibbles;
      arms=new marks.P;
      forks=new marks.P(wide.I);
      statements=new marks.P(wide.I);
      regions=new marks.P(wide.I);
      functions={
        name: new NameTable,
        place: new NameTable,
        method: new NameTable
      };
      surplus=new Tallies;
      apart=new Tallies;
      bare={
        lines: new Tallies,
        branches: new Tallies,
        functions: new Tallies,
        statements: new Tallies,
        instructions: new Tallies,
        regions: new Tallies
      };
      wide=new wide.g;
      tallies={
        lines: new Tallies,
        shares: new Tallies,
        arms: new Tallies,
        forks: new Tallies,
        statements: new Tallies,
        regions: new Tallies,
        name: new Tallies,
        place: new Tallies,
        method: new Tallies
      };
      ways={
        lines: [ this.tallies.lines ],
        branches: [ this.tallies.shares, this.tallies.arms, this.tallies.forks ],
        functions: [ this.tallies.name, this.tallies.place, this.tallies.method ],
        statements: [ this.tallies.statements ],
        instructions: [],
        regions: [ this.tallies.regions ]
      };
      mixed;
      sum(metric, files) {
        const ofLines = metric === "lines" ? [ this.surplus, this.apart ] : [];
        const told = [ ...this.ways[metric], this.bare[metric], ...ofLines ].filter(way => !way.isEmpty);
        const [only, ...others] = told;
        if (!only) return nothing;
        if (others.length === 0) return {
          ...only.sum
        };
        const sum = tally();
        for (let file = 0; file < files; file++) this.addCount(metric, file, sum);
        return sum;
      }
      waysOf(metric, file) {
        let told = 0;
        for (const way of this.ways[metric]) if (way.totalOf(file) > 0) told++;
        return told;
      }
      addCount(metric, file, sum) {
        let covered = 0;
        let total = 0;
        for (const way of this.ways[metric]) {
          covered = Math.max(covered, way.coveredOf(file));
          total = Math.max(total, way.totalOf(file));
        }
        if (total === 0) {
          covered = this.bare[metric].coveredOf(file);
          total = this.bare[metric].totalOf(file);
        } else if (metric === "branches" && this.waysOf(metric, file) > 1) {
          add(sum, this.branchesOf(file));
          return;
        } else if (metric === "lines") {
          covered += this.apart.coveredOf(file) - this.surplus.totalOf(file);
          total += this.apart.totalOf(file) - this.surplus.totalOf(file);
        }
        sum.covered += covered;
        sum.total += total;
      }
      tell(files) {
        this.lines.each((file, line, page) => files[file]?.addLines(line, this.lines, page));
        this.pairs.each((file, line, bits) => {
          if ((bits & aside) === 0) files[file]?.branches(line, takenOf(bits), 2);
        });
        this.firstArms.each((file, line, bits) => {
          files[file]?.firstArms(line, bits);
        });
        for (const kind of [ "shares", "arms", "forks", "statements", "regions" ]) this[kind].each((file, a, b, value) => files[file]?.addMark(kind, a, b, value, this.wide));
        for (const kind of [ "name", "place", "method" ]) this.functions[kind].each((file, bytes, from, to, covered) => {
          files[file]?.functionIn(bytes, from, to, covered, kind);
        });
      }
      branchesOf(file) {
        this.mixed ??= this.#mix();
        return this.mixed.get(file) ?? nothing;
      }
      #mix() {
        const byLine = new Map;
        const at = (file, line) => {
          const lines = byLine.get(file) ?? new Map;
          byLine.set(file, lines);
          const known = lines.get(line) ?? [ tally(), tally(), tally() ];
          lines.set(line, known);
          return known;
        };
        this.pairs.each((file, line, bits) => {
          if ((bits & aside) === 0) add(at(file, line)[0], {
            covered: takenOf(bits),
            total: 2
          });
        });
        this.firstArms.each((file, line, nibble) => {
          add(at(file, line)[1], {
            covered: bits(nibble & 12),
            total: bits(nibble & 3)
          });
        });
        this.shares.each((file, line, _, value) => add(at(file, line)[0], this.shareOf(value)));
        this.arms.each((file, line, _, value) => add(at(file, line)[1], armsOf(value)));
        this.forks.each((file, place, _, value) => {
          add(at(file, this.wide.lineOf(place))[2], armsOf(value));
        });
        return new Map(Array.from(byLine, ([file, lines]) => {
          const sum = tally();
          for (const ways of lines.values()) {
            sum.covered += Math.max(...ways.map(({covered: covered}) => covered));
            sum.total += Math.max(...ways.map(({total: total}) => total));
          }
          return [ file, sum ];
        }));
      }
      share(covered, total) {
        return total < 1 << 15 ? covered << 16 | total : this.wide.keep(`${covered}/${total}`);
      }
      shareOf(value) {
        if (value >= 0) return {
          covered: value >>> 16,
          total: value & 65535
        };
        const [covered, total] = this.wide.textOf(value).split("/");
        return {
          covered: Number(covered),
          total: Number(total)
        };
      }
    }
    class SourceFile {
      path;
      module;
      idle=false;
      #number;
      #store;
      #repeated;
      constructor(path, module, number, store) {
        this.path = path;
        this.module = module;
        this.#number = number;
        this.#store = store;
      }
      line(number, covered) {
        const {lines: lines, tallies: tallies} = this.#store;
        const added = lines.mark(this.#number, number, covered);
        if (added > 0) tallies.lines.add(this.#number, added >> 1, added & 1);
      }
      lines(rows, width, count, number, hits) {
        const {lines: lines, tallies: tallies} = this.#store;
        const {covered: covered, total: total} = lines.markRows(this.#number, rows, width, count, number, hits);
        if (covered + total > 0) tallies.lines.add(this.#number, covered, total);
      }
      branches(line, covered, total) {
        const {pairs: pairs, tallies: tallies} = this.#store;
        const told = total !== 2 ? aside : covered === 0 ? 1 : covered === 1 ? 3 : 7;
        const known = pairs.mark(this.#number, line, told);
        const both = known | told;
        if ((both & aside) === 0) {
          if (both === known) return;
          const before = takenOf(known);
          tallies.shares.add(this.#number, takenOf(both) - before, known === 0 ? 2 : 0);
          this.#store.mixed = void 0;
          return;
        }
        if ((known & aside) === 0) this.#share(line, takenOf(known), known === 0 ? 0 : 2, false);
        this.#share(line, covered, total, true);
      }
      #share(line, covered, total, counts) {
        const {shares: shares, tallies: tallies} = this.#store;
        shares.find(this.#number, line, 0);
        const known = this.#store.shareOf(shares.value);
        const moreCovered = Math.max(covered - known.covered, 0);
        const moreTotal = Math.max(total - known.total, 0);
        if (moreCovered === 0 && moreTotal === 0) return;
        shares.value = this.#store.share(known.covered + moreCovered, known.total + moreTotal);
        if (counts) tallies.shares.add(this.#number, moreCovered, moreTotal);
        this.#store.mixed = void 0;
      }
      branch(line, block, arm, covered) {
        if (block === 0 && arm < 2) this.firstArms(line, covered ? 5 << arm : 1 << arm); else this.#markArms("arms", line, this.#store.wide.pair(block, arm >> 4), armBits(arm, covered));
      }
      firstArms(line, arms) {
        const {firstArms: firstArms, tallies: tallies} = this.#store;
        const added = arms & ~firstArms.mark(this.#number, line, arms);
        if (added === 0) return;
        tallies.arms.add(this.#number, bits(added & 12), bits(added & 3));
        this.#store.mixed = void 0;
      }
      branchAt(line, column, endLine, endColumn, arm, covered) {
        const {wide: wide} = this.#store;
        const end = arm < 16 ? wide.place(endLine, endColumn) : wide.keep(`${endLine}:${endColumn}+${arm >> 4}`);
        this.#markArms("forks", wide.place(line, column), end, armBits(arm, covered));
      }
      statement(line, column, endLine, endColumn, covered, weight = 1) {
        const {wide: wide} = this.#store;
        const start = wide.place(line, column);
        const end = wide.place(endLine, endColumn);
        this.#markSpan("statements", start, end, weight, covered);
      }
      region(line, column, endLine, endColumn, covered) {
        const {wide: wide} = this.#store;
        this.#markSpan("regions", wide.place(line, column), wide.place(endLine, endColumn), 1, covered);
      }
      function(key, covered, kind = "name") {
        const {written: written} = encoder.encodeInto(key, scratch);
        const whole = written < scratch.length - 3;
        const bytes = whole ? scratch : encoder.encode(key);
        this.functionIn(bytes, 0, whole ? written : bytes.length, covered, kind);
      }
      functionIn(bytes, from, to, covered, kind = "name") {
        const {functions: functions, tallies: tallies} = this.#store;
        const added = functions[kind].mark(this.#number, bytes, from, to, covered);
        if (added > 0) tallies[kind].add(this.#number, added >> 1, added & 1);
      }
      add(metric, {covered: covered, total: total}) {
        const bare = this.#store.bare[metric];
        const known = bare.of(this.#number);
        if (known.total > 0 && total > 0) this.#repeat(metric);
        const moreCovered = Math.max(covered - known.covered, 0);
        bare.add(this.#number, moreCovered, Math.max(total - known.total, 0));
      }
      surplus(lines) {
        const known = this.#store.surplus.of(this.#number).total;
        if (lines > known) this.#store.surplus.add(this.#number, lines - known, lines - known);
      }
      countsLines(count) {
        const {apart: apart, tallies: tallies} = this.#store;
        const now = tallies.lines.of(this.#number);
        const {covered: covered, total: total} = count ?? now;
        const before = apart.of(this.#number);
        const moreCovered = covered - now.covered - before.covered;
        const moreTotal = total - now.total - before.total;
        if (moreCovered !== 0 || moreTotal !== 0) apart.add(this.#number, moreCovered, moreTotal);
      }
      count(metric) {
        const sum = tally();
        this.#store.addCount(metric, this.#number, sum);
        return sum;
      }
      guesses() {
        const counts = [];
        for (const metric of this.#repeated ?? []) if (this.#store.waysOf(metric, this.#number) === 0) counts.push(metric);
        if (this.#store.waysOf("functions", this.#number) > 1) counts.push("functions");
        return counts;
      }
      stateOf(line) {
        return this.#store.lines.stateOf(this.#number, line);
      }
      ranges(kind) {
        return this.#store.lines.ranges(this.#number, kind);
      }
      addCounts(other) {
        this.#addApart(other);
        for (const metric of metrics) this.add(metric, other.#store.bare[metric].of(other.#number));
        for (const metric of other.#repeated ?? []) this.#repeat(metric);
        this.surplus(other.#store.surplus.of(other.#number).total);
      }
      #addApart(other) {
        if (other.count("lines").total === 0) return;
        const {apart: apart} = this.#store;
        const {covered: covered, total: total} = other.#store.apart.of(other.#number);
        if (this.count("lines").total > 0) this.countsLines(void 0); else if (covered !== 0 || total !== 0) apart.add(this.#number, covered, total);
      }
      addLines(line, others, page) {
        const {lines: lines, tallies: tallies} = this.#store;
        const {covered: covered, total: total} = lines.merge(this.#number, line, others, page);
        tallies.lines.add(this.#number, covered, total);
      }
      addMark(kind, a, b, value, others) {
        const {wide: wide} = this.#store;
        if (kind === "shares") {
          const share = value < 0 ? wide.adopt(value, others) : value;
          const {covered: covered, total: total} = this.#store.shareOf(share);
          this.branches(a, covered, total);
          return;
        }
        const from = kind === "arms" ? a : wide.adopt(a, others);
        const to = wide.adopt(b, others);
        if (kind === "arms" || kind === "forks") this.#markArms(kind, from, to, value); else this.#markSpan(kind, from, to, value >> 1, (value & 1) === 1);
      }
      #markArms(kind, a, b, arms) {
        const marks = this.#store[kind];
        marks.find(this.#number, a, b);
        const known = marks.value;
        const both = known | arms;
        if (both === known) return;
        marks.value = both;
        const {covered: covered, total: total} = armsOf(both ^ known);
        this.#store.tallies[kind].add(this.#number, covered, total);
        this.#store.mixed = void 0;
      }
      #markSpan(kind, from, to, weight, covered) {
        const marks = this.#store[kind];
        marks.find(this.#number, from, to);
        const known = marks.value;
        const before = known >> 1;
        if (before > 0 && before !== weight) throw contradiction(this.path, before, weight);
        const wasCovered = (known & 1) === 1;
        if (before > 0 && (wasCovered || !covered)) return;
        marks.value = weight * 2 + (covered ? 1 : 0);
        this.#store.tallies[kind].add(this.#number, covered ? weight : 0, weight - before);
      }
      #repeat(metric) {
        this.#repeated ??= new Set;
        this.#repeated.add(metric);
      }
    }
    const nothing = {
      covered: 0,
      total: 0
    };
    const encoder = new TextEncoder;
    const scratch = new Uint8Array(4096);
    function totalsOf(count) {
      return {
        lines: count("lines"),
        branches: count("branches"),
        functions: count("functions"),
        statements: count("statements"),
        instructions: count("instructions"),
        regions: count("regions")
      };
    }
    const aside = 8;
    function takenOf(pair) {
      return (pair & 4) > 0 ? 2 : (pair & 2) >> 1;
    }
    function tally() {
      return {
        covered: 0,
        total: 0
      };
    }
    function add(sum, count) {
      sum.covered += count.covered;
      sum.total += count.total;
    }
    function armBits(arm, covered) {
      const bit = 1 << (arm & 15);
      return covered ? bit | bit << 16 : bit;
    }
    function armsOf(value) {
      return {
        covered: bits(value >>> 16),
        total: bits(value & 65535)
      };
    }
  }),
  8290: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      v: () => enlarged
    });
    function enlarged(array, least) {
      let size = Math.max(array.length, 64);
      while (size < least) size *= 2;
      const larger = array instanceof Int32Array ? new Int32Array(size) : array instanceof Uint8Array ? new Uint8Array(size) : new Float64Array(size);
      larger.set(array);
      array.buffer.transfer(0);
      return larger;
    }
  }),
  5899: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      Bz: () => nearMisses,
      TI: () => glob,
      lY: () => findFiles
    });
    var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
    var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2023);
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(986);
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6588);
    const glob = {
      parse(given) {
        if (/(^|[\\/{,])\.\.([\\/},]|$)/.test(given)) throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.kO('globs of files inside the workspace, without ".."', given);
        const alternatives = [ ...given.matchAll(/\{([^{}]*)\}/g) ].reduce((product, [, words = ""]) => product * words.split(",").length, 1);
        const tooMuch = alternatives > 100 || given.split("/").some(part => part.split("*").length > 5);
        if (tooMuch || /[?*+@!]\(|\{[^}]*(\.\.|\{)|^!/.test(given) || given.length > 1e3) throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.kO("globs of *, **, ?, [abc] and a few {a,b}; write several lines instead", given);
        return given;
      }
    };
    const isLiteral = pattern => !/[*?[\]{}]/.test(pattern);
    const foreign = new Set([ "node_modules", ".git" ]);
    function findFiles(pattern, workspace) {
      const inside = relativeTo(workspace, pattern);
      if (inside.startsWith("..") || (0, node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(inside)) throw leadsOut(pattern);
      const named = new Set(inside.split(/[\\/]/));
      const exclude = path => foreign.has((0, node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path)) && !named.has((0, 
      node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path));
      const paths = isLiteral(inside) ? [ inside ] : (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.globSync)(inside, {
        cwd: workspace,
        exclude: exclude
      });
      return paths.filter(path => isFile((0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, path))).map(path => {
        if (!isWithin((0, node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, path)), (0, 
        node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(workspace))) throw leadsOut(path);
        return path.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join("/").replace(/^(\.\/)+/, "");
      }).sort();
    }
    function isFile(path) {
      try {
        return (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile();
      } catch {
        return false;
      }
    }
    function relativeTo(workspace, pattern) {
      return (0, node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(pattern) ? (0, node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace, pattern) : pattern;
    }
    function leadsOut(path) {
      return new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__.HR(`Input "reports" has ${(0, 
      _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__.h)(path)}, which leads out of the workspace; a report must be inside.`);
    }
    function isWithin(path, folder) {
      return path.startsWith(folder.endsWith(node_path__WEBPACK_IMPORTED_MODULE_1__.sep) ? folder : folder + node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
    }
    const usualNames = /^(coverage-summary\.json|coverage-final\.json|cobertura.*\.xml|coverage.*\.xml|jacoco.*\.xml|lcov\.info|clover\.xml)$/i;
    function nearMisses(pattern, workspace) {
      const inside = relativeTo(workspace, pattern);
      const wanted = (0, node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(inside);
      const found = filesBelow(workspace);
      const alike = found.filter(path => (0, node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path).toLowerCase() === wanted.toLowerCase());
      const usual = found.filter(path => usualNames.test((0, node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path)));
      const near = [ ...new Set([ ...alike, ...usual ]) ].slice(0, 3);
      if (near.length > 0) return `There is ${near.map(path => (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__.h)(path)).join(", ")}.`;
      const folder = missingFolder(inside, workspace);
      return folder ? `The folder ${(0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__.h)(folder)} does not exist; did the tests run in this job, with coverage?` : "No file looks like a coverage report; did the tests run in this job, with coverage?";
    }
    function missingFolder(pattern, workspace) {
      const parts = (0, node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(pattern).split("/");
      const folders = parts.map((_, i) => parts.slice(0, i + 1).join("/")).filter(isLiteral);
      return folders.find(folder => !(0, node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0, 
      node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, folder), {
        throwIfNoEntry: false
      }));
    }
    function filesBelow(workspace) {
      const files = [];
      const folders = [ "" ];
      for (let seen = 0; folders.length > 0 && seen < 2e4; ) {
        const folder = folders.shift() ?? "";
        for (const entry of readFolder((0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, folder))) {
          seen++;
          const path = folder ? `${folder}/${entry.name}` : entry.name;
          if (entry.isDirectory() && !foreign.has(entry.name)) folders.push(path);
          if (entry.isFile()) files.push(path);
        }
      }
      return files;
    }
    function readFolder(path) {
      try {
        return (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path, {
          withFileTypes: true
        });
      } catch {
        return [];
      }
    }
  }),
  8943: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      S4: () => judge,
      b6: () => textOf,
      YV: () => unknownFiles
    });
    var src_coverage = __nccwpck_require__(607);
    var external_node_path_ = __nccwpck_require__(6760);
    var source_path = __nccwpck_require__(4065);
    function matchFiles(key, files, semantics, workspace) {
      const pattern = (0, source_path.F)(key, workspace).replace(/^\.\/?$/, "");
      if (semantics === "jest") {
        const below = files.filter(({path: path}) => path.startsWith(pattern));
        if (below.length > 0) return {
          files: below,
          each: false
        };
      }
      const named = files.filter(({path: path}) => external_node_path_.posix.matchesGlob(path, pattern));
      return {
        files: named,
        each: semantics === "jest"
      };
    }
    var ratio = __nccwpck_require__(6957);
    function judge(evidence, demands) {
      const {suites: suites, whole: whole, patch: patch, delta: delta} = evidence;
      const groups = groupsOf(evidence, demands);
      const inGroup = new Set(groups.flatMap(({files: files}) => files));
      const judgedGroups = groups.map(group => judgeGroup(group, whole));
      const isJest = demands.semantics === "jest";
      const judged = suites.map(suite => judgeSuite(suite, demands.plan, isJest ? new Set(Array.from(inGroup, keyOf)) : new Set));
      const failures = [ ...[ ...judged, ...judgedGroups ].flatMap(one => one.failures), ...judgePatch(patch, demands), ...judgeDelta(delta, demands.maxDecrease) ];
      return {
        passed: failures.length === 0,
        suites: judged,
        groups: judgedGroups,
        overall: whole.totals(),
        patch: patch,
        delta: delta,
        failures: failures
      };
    }
    function judgeSuite({name: name, reports: reports, coverage: coverage}, plan, grouped) {
      const totals = coverage.totals();
      const hasReport = reports.length > 0;
      if (!hasReport) return {
        name: name,
        hasReport: hasReport,
        totals: totals,
        checks: [],
        failures: []
      };
      if ((0, src_coverage.Im)(totals)) {
        const reason = "the reports hold nothing that can be covered: no test ran, or nothing was instrumented";
        const failures = [ {
          kind: "suite",
          suite: name,
          reason: reason
        } ];
        return {
          name: name,
          hasReport: hasReport,
          totals: totals,
          checks: [],
          failures: failures
        };
      }
      const own = plan.suites.get(name) ?? new Map;
      const {gate: gate, perFile: perFile} = plan.everywhere;
      const common = new Map([ ...gate ].filter(([metric]) => !own.has(metric)));
      const files = perFile || grouped.size > 0 ? [ ...coverage.files() ] : [];
      const rest = files.filter(file => !grouped.has(keyOf(file)));
      const counted = grouped.size > 0 && rest.length > 0 ? sumOf(rest) : totals;
      const about = {
        kind: "suite",
        suite: name
      };
      const checks = [ ...hold(own, totals, coverage, about), ...perFile ? holdEach(common, rest, coverage) : hold(common, counted, coverage, about) ];
      return {
        name: name,
        hasReport: hasReport,
        totals: totals,
        ...resultOf(checks)
      };
    }
    function groupsOf({whole: whole, workspace: workspace}, {plan: plan, semantics: semantics}) {
      if (plan.groups.size === 0) return [];
      const files = [ ...whole.files() ];
      return Array.from(plan.groups, ([name, asked]) => ({
        name: name,
        asked: asked,
        ...matchFiles(name, files, semantics, workspace)
      }));
    }
    function judgeGroup({name: name, asked: asked, files: files, each: each}, whole) {
      const totals = sumOf(files);
      const about = {
        kind: "path",
        suite: name
      };
      if (files.length === 0) {
        const reason = "no file of the reports is in it; see whether the reports have the path like this";
        return {
          name: name,
          hasReport: true,
          totals: totals,
          checks: [],
          failures: [ {
            ...about,
            reason: reason
          } ]
        };
      }
      const checks = each || asked.perFile ? holdEach(asked.gate, files, whole) : hold(asked.gate, totals, whole, about);
      return {
        name: name,
        hasReport: true,
        totals: totals,
        ...resultOf(checks)
      };
    }
    function resultOf(held) {
      return {
        checks: held.map(({failures: _, ...check}) => check),
        failures: held.flatMap(({failures: failures}) => failures)
      };
    }
    function hold(gate, totals, coverage, about) {
      return Array.from(gate, ([metric, threshold]) => {
        const failure = shortfall(about, metric, threshold, totals[metric], coverage);
        const failures = failure ? [ failure ] : [];
        return {
          metric: metric,
          threshold: threshold,
          count: totals[metric],
          passed: !failure,
          failures: failures
        };
      });
    }
    function holdEach(gate, files, coverage) {
      return Array.from(gate, ([metric, threshold]) => {
        const failures = files.flatMap(file => {
          const about = {
            kind: "file",
            suite: file.path
          };
          return shortfall(about, metric, threshold, file.count(metric), coverage) ?? [];
        });
        const count = sumOf(files)[metric];
        return {
          metric: metric,
          threshold: threshold,
          count: count,
          passed: failures.length === 0,
          failures: failures
        };
      });
    }
    function shortfall(about, metric, threshold, count, coverage) {
      const {covered: covered, total: total} = count;
      const all = {
        ...about,
        metric: metric,
        threshold: textOf(threshold),
        covered: covered,
        total: total
      };
      if (total === 0) {
        const mayBeNone = about.kind !== "suite" || metric !== "lines";
        if (coverage.measured.has(metric) && mayBeNone) return;
        return {
          ...all,
          reason: `there is no data on ${metric}, so they cannot be gated`
        };
      }
      if ("mostUncovered" in threshold) {
        const short = total - covered - threshold.mostUncovered;
        if (short <= 0) return;
        const reason = `${amount(total - covered, metric)} uncovered, ${short} more than the ${threshold.mostUncovered} allowed`;
        return {
          ...all,
          short: short,
          reason: reason
        };
      }
      const short = (0, ratio.r4)(threshold.least, total) - covered;
      if (short <= 0) return;
      const reason = `${metric} at ${(0, ratio.pR)(count)} % (${covered} of ${total}), ${amount(short, metric)} short of ${threshold.least.text} %`;
      return {
        ...all,
        short: short,
        reason: reason
      };
    }
    function judgePatch(patch, demands) {
      const {patchThreshold: patchThreshold, ifUnknown: ifUnknown} = demands;
      if (!patch) return [];
      const about = {
        kind: "patch",
        suite: "patch"
      };
      const unknown = ifUnknown === "fail" && patch.unknown.length > 0 ? [ {
        kind: "unknown",
        suite: "patch",
        reason: unknownFiles(patch)
      } ] : [];
      if (!patchThreshold) return unknown;
      if (patch.missing !== void 0) return [ ...unknown, {
        ...about,
        threshold: patchThreshold.text,
        reason: patch.missing
      } ];
      const {covered: covered, total: total} = patch;
      const short = (0, ratio.r4)(patchThreshold, total) - covered;
      if (short <= 0) return unknown;
      const reason = `${(0, ratio.pR)(patch)} % of the changed lines are covered (${covered} of ${total}), ${amount(short, "lines")} short of ${patchThreshold.text} %`;
      return [ ...unknown, {
        ...about,
        metric: "lines",
        threshold: patchThreshold.text,
        covered: covered,
        total: total,
        short: short,
        reason: reason
      } ];
    }
    function unknownFiles({unknown: unknown}) {
      const files = unknown.length === 1 ? "changed source file is" : "changed source files are";
      const more = unknown.length > 3 ? ` and ${unknown.length - 3} more` : "";
      return `${unknown.length} ${files} in no report, so nothing is known of their lines: ${unknown.slice(0, 3).join(", ")}${more}`;
    }
    function judgeDelta(delta, allowed) {
      if (!delta || !allowed) return [];
      return delta.metrics.filter(({before: before, now: now}) => (0, ratio.P)(before, now, allowed)).map(({metric: metric, before: before, now: now}) => ({
        kind: "decrease",
        suite: "baseline",
        metric: metric,
        threshold: allowed.text,
        covered: now.covered,
        total: now.total,
        reason: `${metric} fell from ${(0, ratio.pR)(before)} % (${before.covered} of ${before.total}) to ${(0, 
        ratio.pR)(now)} % (${now.covered} of ${now.total}), more than the ${allowed.text} ${allowed.text === "1" ? "point" : "points"} allowed`
      }));
    }
    function sumOf(files) {
      return (0, src_coverage.vA)(metric => {
        let covered = 0;
        let total = 0;
        for (const file of files) {
          const count = file.count(metric);
          covered += count.covered;
          total += count.total;
        }
        return {
          covered: covered,
          total: total
        };
      });
    }
    function keyOf({path: path, module: module}) {
      return `${module}\0${path}`;
    }
    function textOf(threshold) {
      return "least" in threshold ? threshold.least.text : `-${threshold.mostUncovered}`;
    }
    function amount(count, metric) {
      const one = metric === "branches" ? "branch" : metric.slice(0, -1);
      return `${count} ${count === 1 ? one : metric}`;
    }
  }),
  936: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      P: () => Marks
    });
    var _enlarged_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8290);
    const words = 4;
    const chunkEntries = 1 << 15;
    const fewEntries = 64;
    class Marks {
      #shift;
      #chunks=[];
      #count=0;
      #index=new Int32Array(64);
      #indexed=0;
      #last=-1;
      #newest=-1;
      #largestA=0;
      #largestB=0;
      #chunk=new Int32Array(words);
      #at=0;
      constructor(shift = 0) {
        this.#shift = shift;
      }
      get size() {
        return this.#count;
      }
      get value() {
        return this.#chunk[this.#at + 3] ?? 0;
      }
      set value(value) {
        this.#chunk[this.#at + 3] = value;
      }
      find(file, a, b) {
        const next = this.#last + 1;
        if (next < this.#count && this.#turnTo(next, file, a, b)) return;
        if (this.#isBeyond(file, a, b)) {
          this.#newest = file;
          this.#largestA = a;
          this.#largestB = b;
          this.#add(file, a, b);
        } else if (!this.#turnTo(this.#last, file, a, b)) this.#search(file, a, b);
      }
      each(visit) {
        for (let number = 0; number < this.#count; number++) {
          const chunk = this.#chunkOf(number);
          const at = (number & chunkEntries - 1) * words;
          visit(chunk[at] ?? 0, chunk[at + 1] ?? 0, chunk[at + 2] ?? 0, chunk[at + 3] ?? 0);
        }
      }
      #isBeyond(file, a, b) {
        if (file !== this.#newest) return file > this.#newest;
        return a > this.#largestA || a === this.#largestA && b > this.#largestB;
      }
      #search(file, a, b) {
        this.#catchUp();
        const index = this.#index;
        const mask = index.length - 1;
        let slot = this.#slotOf(file, a, b) & mask;
        for (let number = index[slot] ?? 0; number > 0; number = index[slot] ?? 0) {
          if (this.#turnTo(number - 1, file, a, b)) return;
          slot = slot + 1 & mask;
        }
        this.#add(file, a, b);
      }
      #chunkOf(number) {
        return this.#chunks[number >> 15] ?? this.#chunk;
      }
      #turnTo(number, file, a, b) {
        const chunk = this.#chunkOf(number);
        const at = (number & chunkEntries - 1) * words;
        if (chunk[at + 1] !== a || chunk[at] !== file || chunk[at + 2] !== b) return false;
        this.#chunk = chunk;
        this.#at = at;
        this.#last = number;
        return true;
      }
      #add(file, a, b) {
        const number = this.#count++;
        if (number < chunkEntries) this.#growFirst(number); else if (number >> 15 === this.#chunks.length) this.#chunks.push(new Int32Array(chunkEntries * words));
        const chunk = this.#chunkOf(number);
        const at = (number & chunkEntries - 1) * words;
        chunk[at] = file;
        chunk[at + 1] = a;
        chunk[at + 2] = b;
        this.#chunk = chunk;
        this.#at = at;
        this.#last = number;
      }
      #growFirst(number) {
        const first = this.#chunks[0] ?? new Int32Array(fewEntries * words);
        this.#chunks[0] = number * words < first.length ? first : (0, _enlarged_js__WEBPACK_IMPORTED_MODULE_0__.v)(first, first.length * 2);
      }
      #catchUp() {
        if (this.#count * 4 > this.#index.length * 3) this.#grow();
        const index = this.#index;
        const mask = index.length - 1;
        for (let number = this.#indexed; number < this.#count; number++) {
          const chunk = this.#chunkOf(number);
          const at = (number & chunkEntries - 1) * words;
          let slot = this.#slotOf(chunk[at] ?? 0, chunk[at + 1] ?? 0, chunk[at + 2] ?? 0) & mask;
          while (index[slot] !== 0) slot = slot + 1 & mask;
          index[slot] = number + 1;
        }
        this.#indexed = this.#count;
      }
      #grow() {
        let size = this.#index.length;
        while (this.#count * 4 > size * 3) size *= 2;
        this.#index.buffer.transfer(0);
        this.#index = new Int32Array(size);
        this.#indexed = 0;
      }
      #slotOf(file, a, b) {
        const ofA = a < 0 ? a : a >> this.#shift;
        const ofB = b < 0 ? b : b >> this.#shift;
        let mixed = Math.imul(file, 2654435761) ^ Math.imul(ofA >> 3, 2246822507);
        mixed ^= Math.imul(ofB >> 3, 3266489909);
        const below = (1 << this.#shift) - 1;
        mixed ^= Math.imul(a & below, 668265263) ^ Math.imul(b & below, 374761393);
        mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
        mixed ^= mixed >>> 13;
        return (mixed << 3) + (ofA + ofB + (mixed >>> 24) & 7);
      }
    }
  }),
  6957: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      A3: () => parsePercentage,
      C2: () => changeOf,
      P: () => decreaseOver,
      pR: () => percentOf,
      r4: () => neededFor
    });
    function parsePercentage(text) {
      const [, whole, decimals = ""] = /^(\d{1,3})(?:\.(\d{1,30}))?$/.exec(text) ?? [];
      if (whole === void 0) return;
      const scale = 10n ** BigInt(decimals.length);
      const units = BigInt(whole + decimals);
      return units > 100n * scale ? void 0 : {
        text: text,
        units: units,
        scale: scale
      };
    }
    function neededFor({units: units, scale: scale}, total) {
      const parts = units * BigInt(total);
      const whole = 100n * scale;
      return Number((parts + whole - 1n) / whole);
    }
    function percentOf({covered: covered, total: total}) {
      if (total === 0) return "";
      const hundredths = BigInt(covered) * 10000n / BigInt(total);
      return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`;
    }
    function decreaseOver(before, now, allowed) {
      if (before.total === 0 || now.total === 0) return false;
      const [lost, whole] = fallOf(before, now);
      return lost * 100n * allowed.scale > allowed.units * whole;
    }
    function changeOf(before, now) {
      if (before.total === 0 || now.total === 0) return "";
      const [lost, whole] = fallOf(before, now);
      const scaled = -lost * 10000n;
      const floored = scaled / whole - (scaled % whole < 0n ? 1n : 0n);
      const size = floored < 0n ? -floored : floored;
      const sign = floored < 0n ? "-" : "+";
      return `${size === 0n ? "" : sign}${size / 100n}.${String(size % 100n).padStart(2, "0")}`;
    }
    function fallOf(before, now) {
      const [wasTotal, isTotal] = [ BigInt(before.total), BigInt(now.total) ];
      return [ BigInt(before.covered) * isTotal - BigInt(now.covered) * wasTotal, wasTotal * isTotal ];
    }
  }),
  2733: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      r: () => reportFile,
      u: () => writeReport
    });
    var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
    var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8161);
    var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6588);
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(986);
    function reportFile(name, runner) {
      const safe = encodeURIComponent(name.toWellFormed()).slice(0, 100);
      return (0, node_path__WEBPACK_IMPORTED_MODULE_2__.join)(runner.env("RUNNER_TEMP") ?? (0, 
      node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), "coverage-gate", `${safe}.json`);
    }
    function writeReport(file, pieces, runner) {
      try {
        (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0, node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(file), {
          recursive: true
        });
        const descriptor = (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, "w");
        try {
          writePieces(descriptor, pieces);
        } finally {
          (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
        }
        return file;
      } catch (error) {
        if (!(error instanceof Error && "syscall" in error)) throw error;
        runner.notice(`The report cannot be written to ${(0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__.h)(file)}: ${(0, 
        _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__.bD)(error)}`);
        return "";
      }
    }
    const chunkSize = 64 * 1024;
    function writePieces(descriptor, pieces) {
      let chunk = "";
      for (const piece of pieces) {
        chunk += piece;
        if (chunk.length < chunkSize) continue;
        (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(descriptor, chunk);
        chunk = "";
      }
      (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(descriptor, chunk);
    }
  }),
  9876: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      uS: () => readSuites,
      BS: () => reportLine,
      bs: () => together,
      l2: () => wholeOf
    });
    var external_node_path_ = __nccwpck_require__(6760);
    var kinds = __nccwpck_require__(2023);
    var failure = __nccwpck_require__(986);
    var quote = __nccwpck_require__(6588);
    var src_coverage = __nccwpck_require__(607);
    var find = __nccwpck_require__(5899);
    function settleClaims(claims, coverage, report) {
      const listed = coverage.totals();
      return src_coverage.qd.flatMap(metric => {
        const claim = claims[metric];
        const {covered: covered, total: total} = listed[metric];
        if (!claim || claim.covered === covered && claim.total === total) return [];
        const claimed = `${claim.covered} of ${claim.total} ${metric}`;
        if (total > 0) return `says ${claimed} are covered in all, but what it lists adds up to ${covered} of ${total}; the list counts.`;
        coverage.measured.add(metric);
        coverage.file(report).add(metric, claim);
        return `lists no ${metric} one by one; its total, ${claimed}, is taken.`;
      });
    }
    var source_path = __nccwpck_require__(4065);
    const End = 0;
    const Open = 1;
    const Close = 2;
    const Text = 3;
    function words(...names) {
      return Object.fromEntries(names.map((name, i) => [ name, i + 1 ]));
    }
    const chunkSize = 256 * 1024;
    const slack = 64;
    const largestToken = 16 * 1024 * 1024;
    const deepest = 1e3;
    const LF = 10;
    const CR = 13;
    const BANG = 33;
    const QUOTE = 34;
    const AMP = 38;
    const APOSTROPHE = 39;
    const DASH = 45;
    const SLASH = 47;
    const SEMICOLON = 59;
    const LT = 60;
    const EQUALS = 61;
    const GT = 62;
    const QUESTION = 63;
    const OPEN_BRACKET = 91;
    const CLOSE_BRACKET = 93;
    const nameStart = 1;
    const nameByte = 2;
    const space = 4;
    const plainText = 8;
    const plainValue = 16;
    const classes = Uint8Array.from({
      length: 256
    }, (_, byte) => {
      const character = String.fromCharCode(byte);
      const beyondAscii = byte >= 128;
      const blank = " \t\r\n".includes(character);
      const allowed = byte >= 32 || blank;
      return (beyondAscii || /[A-Za-z_:]/.test(character) ? nameStart : 0) | (beyondAscii || /[\w:.-]/.test(character) ? nameByte : 0) | (blank ? space : 0) | (allowed && !"<&]".includes(character) ? plainText : 0) | (allowed && !"<&\"'\t\r\n".includes(character) ? plainValue : 0);
    });
    const odd = /[\t\r\n&]/;
    const entities = {
      lt: "<",
      gt: ">",
      amp: "&",
      quot: '"',
      apos: "'"
    };
    class XmlReader {
      name=0;
      depth=0;
      #file;
      #vocabulary;
      #bytes=Buffer.alloc(chunkSize + slack);
      #view=viewOf(this.#bytes);
      #at=0;
      #limit=0;
      #before=0;
      #started=false;
      #doctype=false;
      #closing=false;
      #closed=false;
      #starts=new Float64Array(deepest + 1);
      #names=new Int32Array(deepest + 1);
      #nameEnds=new Int32Array(deepest + 1);
      #path=Buffer.alloc(4096);
      #from;
      #to;
      #stamps;
      #stamp=0;
      #textFrom=0;
      #textTo=0;
      #verbatim=false;
      constructor(file, names) {
        this.#file = file;
        this.#vocabulary = new Vocabulary(Object.keys(names));
        const size = Object.keys(names).length + 1;
        this.#from = new Int32Array(size);
        this.#to = new Int32Array(size);
        this.#stamps = new Int32Array(size);
      }
      next() {
        if (this.#closing) return this.#close();
        if (this.#closed) this.#leave();
        for (;;) {
          const event = this.#token();
          if (event !== void 0) return event;
        }
      }
      nextOpen(depth = 0) {
        for (;;) {
          if (this.#closing && this.depth > depth) {
            this.#closing = false;
            this.depth--;
          }
          const event = this.next();
          if (event === Open) return true;
          if (event === End || event === Close && this.depth === depth) return false;
        }
      }
      readRows(rows, depth) {
        if (depth === 0 || depth === deepest) return 0;
        if (this.depth === depth + 1 && (this.#closing || this.#closed)) {
          const start = (this.#starts[this.depth] ?? 0) - this.#before;
          if (start >= 0) rows.learn(this.#bytes, start, this.#at);
          this.#closing = false;
          this.#leave();
        }
        if (this.depth !== depth || this.#closing || this.#closed) return 0;
        const count = rows.read(this.#bytes, this.#view, this.#at);
        if (count > 0) this.#at = rows.end;
        return count;
      }
      skip() {
        const {depth: depth} = this;
        while (this.nextOpen(depth)) ;
      }
      readText() {
        const {depth: depth} = this;
        let text = "";
        for (let event = this.next(); event !== End; event = this.next()) {
          if (event === Text) text += this.content;
          if (event === Close && this.depth === depth) break;
        }
        return text.trim();
      }
      has(attribute) {
        return this.#stamps[attribute] === this.#stamp;
      }
      text(attribute) {
        if (!this.has(attribute)) return;
        const value = this.#bytes.toString("utf8", this.#from[attribute], this.#to[attribute]);
        return odd.test(value) ? decoded(value.replace(/\r\n|[\t\r\n]/g, " ")) : value;
      }
      get content() {
        const text = this.#bytes.toString("utf8", this.#textFrom, this.#textTo).replace(/\r\n?/g, "\n");
        return this.#verbatim ? text : decoded(text);
      }
      integer(attribute) {
        if (!this.has(attribute)) return;
        const bytes = this.#bytes;
        const to = this.#to[attribute] ?? 0;
        const from = this.#from[attribute] ?? 0;
        const negative = bytes[from] === DASH;
        let value = 0;
        let at = negative ? from + 1 : from;
        if (at === to) this.#refuse(attribute, "a whole number");
        for (;at < to; at++) {
          const digit = (bytes[at] ?? 0) - 48;
          if (digit < 0 || digit > 9) this.#refuse(attribute, "a whole number");
          value = value * 10 + digit;
          if (value > 2147483647) this.#refuse(attribute, "a whole number below 2^31");
        }
        return negative ? -value : value;
      }
      positive(attribute) {
        if (!this.has(attribute)) return false;
        const bytes = this.#bytes;
        const to = this.#to[attribute] ?? 0;
        const from = this.#from[attribute] ?? 0;
        let at = from;
        let digits = 0;
        for (;at < to; at++) {
          const digit = (bytes[at] ?? 0) - 48;
          if (digit < 0 || digit > 9) break;
          digits |= digit;
        }
        if (at === to && to > from) return digits > 0;
        const value = bytes.toString("latin1", from, to).trim();
        if (value === "-") return false;
        if (!/^[+-]?\d+([.,]\d*)?(e[+-]?\d+)?$/i.test(value)) this.#refuse(attribute, "a number");
        return /^\+?[0.,]*[1-9]/.test(value);
      }
      is(attribute, word) {
        if (!this.has(attribute)) return false;
        const from = this.#from[attribute] ?? 0;
        if ((this.#to[attribute] ?? 0) - from !== word.length) return false;
        for (let i = 0; i < word.length; i++) if (((this.#bytes[from + i] ?? 0) | 32) !== word.charCodeAt(i)) return false;
        return true;
      }
      fail(what, at = this.#at) {
        throw new failure.HR(`${what} (at byte ${this.#before + at})`);
      }
      #refuse(attribute, expected) {
        const seen = (0, quote.h)(this.text(attribute) ?? "");
        this.fail(`has ${this.#vocabulary.nameOf(attribute)}=${seen} where ${expected} belongs`);
      }
      #token() {
        const bytes = this.#bytes;
        if (this.#at === this.#limit) return this.#more() ? void 0 : this.#end();
        if (bytes[this.#at] !== LT) return this.#text();
        const next = bytes[this.#at + 1] ?? 0;
        if ((classes[next] ?? 0) & nameStart) return this.#open();
        if (next === SLASH) return this.#endTag();
        if (next === BANG) return this.#declaration();
        if (next === QUESTION) return this.#instruction();
        return this.#unfinished(this.#at + 1, 'a "<" that begins no tag');
      }
      #end() {
        if (this.depth > 0) this.#cutOff();
        if (!this.#started) this.fail("holds no XML element");
        return End;
      }
      #open() {
        const bytes = this.#bytes;
        const view = this.#view;
        const vocabulary = this.#vocabulary;
        const froms = this.#from;
        const tos = this.#to;
        const stamps = this.#stamps;
        const start = this.#at;
        const nameEnd = vocabulary.readElement(bytes, start + 1);
        const name = vocabulary.number;
        let at = nameEnd;
        let last = name;
        const stamp = ++this.#stamp;
        for (;;) {
          const guess = vocabulary.attributeAfter(name, last);
          const from = guess > 0 ? vocabulary.valueOf(guess, view, at) : 0;
          if (from > 0) {
            let to = from;
            while ((classes[bytes[to] ?? 0] ?? 0) & plainValue) to++;
            if (bytes[to] === QUOTE && stamps[guess] !== stamp) {
              stamps[guess] = stamp;
              froms[guess] = from;
              tos[guess] = to;
              at = to + 1;
              last = guess;
              continue;
            }
          }
          const gap = at;
          while ((classes[bytes[at] ?? 0] ?? 0) & space) at++;
          const byte = bytes[at] ?? 0;
          if (byte === GT) break;
          if (byte === SLASH) {
            if (bytes[at + 1] !== GT) return this.#unfinished(at + 1, 'a "/" inside a tag');
            break;
          }
          if (!((classes[byte] ?? 0) & nameStart)) return this.#unfinished(at, "a tag that is not closed");
          if (gap === at) return this.#unfinished(at, "attributes without a blank between them");
          at = this.#attribute(at, stamp, name, last);
          if (at < 0) return;
          last = vocabulary.number;
        }
        if (this.depth === 0 && this.#started) this.fail("goes on after its end: it is two documents in one file");
        this.#started = true;
        this.#closing = bytes[at] === SLASH;
        this.#at = this.#closing ? at + 2 : at + 1;
        this.#enter(name, start, nameEnd);
        return Open;
      }
      #attribute(start, stamp, element, last) {
        const bytes = this.#bytes;
        let at = this.#vocabulary.readAttribute(bytes, start, element, last);
        const name = this.#vocabulary.number;
        while ((classes[bytes[at] ?? 0] ?? 0) & space) at++;
        if (bytes[at] !== EQUALS) return this.#short(at, "an attribute without a value");
        at++;
        while ((classes[bytes[at] ?? 0] ?? 0) & space) at++;
        const mark = bytes[at] ?? 0;
        if (mark !== QUOTE && mark !== APOSTROPHE) return this.#short(at, "an attribute without quotes");
        const from = ++at;
        for (;;) {
          while ((classes[bytes[at] ?? 0] ?? 0) & plainValue) at++;
          const byte = bytes[at] ?? 0;
          if (byte === mark) break;
          if (byte === AMP) {
            at = this.#reference(at);
            if (at < 0) return -1;
          } else if (byte === QUOTE || byte === APOSTROPHE || (classes[byte] ?? 0) & space) at++; else return this.#short(at, "an attribute that is not closed, or a character XML does not allow");
        }
        this.#keep(name, from, at, stamp);
        return at + 1;
      }
      #keep(name, from, to, stamp) {
        if (name === 0) return;
        if (this.#stamps[name] === stamp) this.fail("has the same attribute twice in a tag", from);
        this.#stamps[name] = stamp;
        this.#from[name] = from;
        this.#to[name] = to;
      }
      #enter(name, start, nameEnd) {
        if (this.depth === deepest) this.fail(`is nested more than ${deepest} elements deep`);
        const at = this.#nameEnds[this.depth] ?? 0;
        const from = start + 1;
        const end = this.#closing ? at : at + nameEnd - from;
        if (end > this.#path.length) {
          const longer = Buffer.alloc(end * 2);
          this.#path.copy(longer);
          this.#path = longer;
        }
        for (let i = at; i < end; i++) this.#path[i] = this.#bytes[from + i - at] ?? 0;
        this.depth++;
        this.#starts[this.depth] = this.#before + start;
        this.#names[this.depth] = name;
        this.#nameEnds[this.depth] = end;
        this.name = name;
      }
      #close() {
        this.#closing = false;
        this.#closed = true;
        this.name = this.#names[this.depth] ?? 0;
        return Close;
      }
      #leave() {
        this.#closed = false;
        this.depth--;
      }
      #endTag() {
        const bytes = this.#bytes;
        const path = this.#path;
        let at = this.#at + 2;
        let i = this.#nameEnds[this.depth - 1] ?? 0;
        const end = this.#nameEnds[this.depth] ?? 0;
        while (i < end && bytes[at] === path[i]) {
          at++;
          i++;
        }
        const matches = i === end && this.depth > 0;
        if (!matches) return this.#wrongEndTag();
        while ((classes[bytes[at] ?? 0] ?? 0) & space) at++;
        if (bytes[at] !== GT) return at < this.#limit ? this.#wrongEndTag() : this.#wait();
        this.#at = at + 1;
        return this.#close();
      }
      #wrongEndTag() {
        const bytes = this.#bytes;
        let at = this.#at + 2;
        while ((classes[bytes[at] ?? 0] ?? 0) & nameByte) at++;
        if (at >= this.#limit) return this.#wait();
        const seen = (0, quote.h)(`</${bytes.toString("utf8", this.#at + 2, at)}>`);
        if (this.depth === 0) this.fail(`has ${seen} where no element is open`);
        this.fail(`has ${seen} where </${this.#openName()}> belongs`);
      }
      #openName() {
        const from = this.#nameEnds[this.depth - 1];
        const name = this.#path.toString("utf8", from, this.#nameEnds[this.depth]);
        return (0, quote.h)(name, 40).slice(1, -1);
      }
      #text() {
        const bytes = this.#bytes;
        let at = this.#at;
        while ((classes[bytes[at] ?? 0] ?? 0) & space) at++;
        const blank = bytes[at] === LT || at === this.#limit && this.depth === 0;
        if (blank) {
          this.#at = at;
          return;
        }
        if (this.depth === 0) this.fail("is no XML: there is text outside of its element", at);
        for (;;) {
          while ((classes[bytes[at] ?? 0] ?? 0) & plainText) at++;
          const byte = bytes[at] ?? 0;
          if (byte === LT) break;
          if (byte === AMP) {
            at = this.#reference(at);
            if (at < 0) return;
          } else if (byte === CLOSE_BRACKET) {
            if (bytes[at + 1] === CLOSE_BRACKET && bytes[at + 2] === GT) this.fail('has a "]]>" in its text', at);
            at++;
          } else return this.#unfinished(at, "a character XML does not allow");
        }
        this.#textFrom = this.#at;
        this.#textTo = at;
        this.#verbatim = false;
        this.#at = at;
        return Text;
      }
      #reference(start) {
        const bytes = this.#bytes;
        let at = start + 1;
        while (bytes[at] !== SEMICOLON && at - start < 64 && at < this.#limit) at++;
        if (at >= this.#limit) return this.#short(at, "");
        const name = bytes.toString("utf8", start + 1, at);
        if (bytes[at] !== SEMICOLON || characterOf(name) === void 0) this.fail(`refers to ${(0, 
        quote.h)(`&${name};`, 40)}, and entities of its own are not resolved`, start);
        return at + 1;
      }
      #declaration() {
        const start = this.#at;
        if (this.#limit - start < 9) return this.#wait();
        const head = this.#bytes.toString("latin1", start, start + 9);
        if (head.startsWith("\x3c!--")) return this.#comment();
        if (head === "<![CDATA[" && this.depth > 0) return this.#cdata();
        if (head === "<!DOCTYPE" && !this.#started && !this.#doctype) return this.#passDoctype();
        this.fail(`has ${(0, quote.h)(head)} where it is not allowed`);
      }
      #comment() {
        const end = this.#find("--", this.#at + 4);
        if (end < 0 || end + 2 === this.#limit) return this.#wait();
        if (this.#bytes[end + 2] !== GT) this.fail('has "--" in a comment', end);
        this.#at = end + 3;
        return;
      }
      #cdata() {
        const end = this.#find("]]>", this.#at + 9);
        if (end < 0) return this.#wait();
        this.#textFrom = this.#at + 9;
        this.#textTo = end;
        this.#verbatim = true;
        this.#at = end + 3;
        return Text;
      }
      #instruction() {
        const start = this.#at;
        const end = this.#find("?>", start + 2);
        if (end < 0) return this.#wait();
        const target = /^[A-Za-z_:\x80-\xff][\w:.\x80-\xff-]*(?=\s|$)/.exec(this.#bytes.toString("latin1", start + 2, Math.min(end, start + 258)))?.[0];
        const first = this.#before + start === 0;
        if (!target || /^xml$/i.test(target) && !(first && target === "xml")) this.fail("has a processing instruction that is not allowed here");
        this.#at = end + 2;
        return;
      }
      #passDoctype() {
        const bytes = this.#bytes;
        let at = this.#at + 9;
        let bracket = false;
        for (;at < this.#limit; at++) {
          const byte = bytes[at];
          if (byte === GT && !bracket) {
            this.#doctype = true;
            this.#at = at + 1;
            return;
          }
          if (byte === OPEN_BRACKET) bracket = true; else if (byte === CLOSE_BRACKET) bracket = false; else if (byte === QUOTE) at = this.#find('"', at + 1); else if (byte === APOSTROPHE) at = this.#find("'", at + 1); else if (byte === LT && bytes[at + 1] === BANG && bytes[at + 2] === DASH) at = this.#find("--\x3e", at + 4); else if (byte === LT && bytes[at + 1] === QUESTION) at = this.#find("?>", at + 2);
          if (at < 0) break;
        }
        return this.#wait();
      }
      #find(text, from) {
        const at = this.#bytes.indexOf(text, from, "latin1");
        return at >= 0 && at + text.length <= this.#limit ? at : -1;
      }
      #unfinished(at, fault) {
        if (at < this.#limit) this.fail(`has ${fault}`, at);
        return this.#wait();
      }
      #short(at, fault) {
        this.#unfinished(at, fault);
        return -1;
      }
      #wait() {
        if (!this.#more()) this.#cutOff();
        return;
      }
      #cutOff() {
        const inside = this.depth > 0 ? `<${this.#openName()}>` : "a tag";
        this.fail(`ends in the middle, inside ${inside}: it was cut off while being written`);
      }
      #more() {
        const kept = this.#limit - this.#at;
        if (kept > this.#bytes.length / 2) {
          if (kept > largestToken) this.fail("has a tag, text or comment of over 16 MiB");
          const larger = Buffer.alloc(this.#bytes.length * 2);
          this.#bytes.copy(larger, 0, this.#at, this.#limit);
          this.#bytes = larger;
          this.#view = viewOf(larger);
        } else this.#bytes.copyWithin(0, this.#at, this.#limit);
        this.#before += this.#at;
        this.#at = 0;
        const room = this.#bytes.subarray(0, this.#bytes.length - slack);
        const count = this.#file.read(room, kept);
        this.#limit = kept + count;
        this.#bytes[this.#limit] = 0;
        return count > 0;
      }
    }
    class Vocabulary {
      number=0;
      #elementAfter;
      #attributeAfter;
      #lastElement=0;
      #names;
      #slots=new Uint8Array(256);
      #bytes;
      #view;
      #ends;
      constructor(names) {
        this.#names = names;
        this.#bytes = Buffer.from(names.map(name => ` ${name}="`).join(""));
        this.#view = viewOf(this.#bytes);
        this.#ends = new Int32Array(names.length + 1);
        this.#elementAfter = new Uint8Array(names.length + 1);
        this.#attributeAfter = new Uint8Array((names.length + 1) ** 2);
        names.forEach((name, i) => {
          const bytes = Buffer.from(name);
          let slot = bytes.reduce((hash, byte) => Math.imul(hash, 31) + byte | 0, 0) & 255;
          while (this.#slots[slot] !== 0) slot = slot + 1 & 255;
          this.#slots[slot] = i + 1;
          this.#ends[i + 1] = (this.#ends[i] ?? 0) + bytes.length + 3;
        });
      }
      nameOf(number) {
        return this.#names[number - 1] ?? "";
      }
      attributeAfter(element, last) {
        return this.#attributeAfter[element * (this.#names.length + 1) + last] ?? 0;
      }
      valueOf(number, view, from) {
        const names = this.#view;
        const start = this.#ends[number - 1] ?? 0;
        const length = (this.#ends[number] ?? 0) - start;
        const last = length - 4;
        for (let i = 0; i < last; i += 4) if (names.getInt32(start + i) !== view.getInt32(from + i)) return 0;
        if (names.getInt32(start + last) !== view.getInt32(from + last)) return 0;
        return from + length;
      }
      readElement(bytes, from) {
        const last = this.#lastElement;
        const guess = this.#elementAfter[last] ?? 0;
        const guessed = guess > 0 ? this.#compare(guess, bytes, from) : 0;
        if (guessed > 0 && ((classes[bytes[guessed] ?? 0] ?? 0) & nameByte) === 0) {
          this.number = guess;
          this.#lastElement = guess;
          return guessed;
        }
        const end = this.#read(bytes, from);
        this.#elementAfter[last] = this.number;
        this.#lastElement = this.number;
        return end;
      }
      readAttribute(bytes, from, element, last) {
        const end = this.#read(bytes, from);
        this.#attributeAfter[element * (this.#names.length + 1) + last] = this.number;
        return end;
      }
      #read(bytes, from) {
        let at = from;
        let hash = 0;
        for (let byte = bytes[at] ?? 0; (classes[byte] ?? 0) & nameByte; byte = bytes[++at] ?? 0) hash = Math.imul(hash, 31) + byte | 0;
        this.number = this.#find(bytes, from, at, hash);
        return at;
      }
      #find(bytes, from, to, hash) {
        for (let slot = hash & 255; ;slot = slot + 1 & 255) {
          const number = this.#slots[slot] ?? 0;
          if (number === 0 || this.#compare(number, bytes, from) === to) return number;
        }
      }
      #compare(number, bytes, from) {
        const names = this.#bytes;
        const end = (this.#ends[number] ?? 0) - 2;
        let i = (this.#ends[number - 1] ?? 0) + 1;
        let at = from;
        while (i < end) if (names[i++] !== bytes[at++]) return 0;
        return at;
      }
    }
    function viewOf(bytes) {
      return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    function decoded(text) {
      if (!text.includes("&")) return text;
      return text.replace(/&([^;]*);/g, (whole, name) => characterOf(name) ?? whole);
    }
    function characterOf(reference) {
      const [, hex, decimal] = /^#(?:x([\da-fA-F]+)|(\d+))$/.exec(reference) ?? [];
      if (hex === void 0 && decimal === void 0) return Object.hasOwn(entities, reference) ? entities[reference] : void 0;
      const point = hex === void 0 ? Number(decimal) : Number.parseInt(hex, 16);
      const allowed = point >= 32 && point < 55296 || point >= 57344 && point < 65534 || point >= 65536 && point <= 1114111 || point === 9 || point === LF || point === CR;
      return allowed ? String.fromCodePoint(point) : void 0;
    }
    var external_node_fs_ = __nccwpck_require__(3024);
    var external_node_util_ = __nccwpck_require__(7975);
    function openText(path) {
      const descriptor = (0, external_node_fs_.openSync)(path, "r");
      const head = Buffer.alloc(256);
      const {encoding: encoding, mark: mark} = encodingOf(head.subarray(0, (0, external_node_fs_.readSync)(descriptor, head, 0, 256, 0)));
      let position = mark;
      const raw = (into, at) => {
        const count = (0, external_node_fs_.readSync)(descriptor, into, at, into.length - at, position);
        position += count;
        return count;
      };
      const close = () => (0, external_node_fs_.closeSync)(descriptor);
      return encoding === "utf-8" ? {
        read: raw,
        close: close
      } : {
        read: recoded(raw, encoding),
        close: close
      };
    }
    function encodingOf(head) {
      const starts = (...bytes) => bytes.every((byte, i) => head[i] === byte);
      if (starts(239, 187, 191)) return {
        encoding: "utf-8",
        mark: 3
      };
      if (starts(255, 254, 0, 0) || starts(0, 0, 254, 255)) return {
        encoding: "utf-32",
        mark: 0
      };
      if (starts(255, 254)) return {
        encoding: "utf-16le",
        mark: 2
      };
      if (starts(254, 255)) return {
        encoding: "utf-16be",
        mark: 2
      };
      if (head.length > 1 && head[0] !== 0 && head[1] === 0) return {
        encoding: "utf-16le",
        mark: 0
      };
      if (head[0] === 0 && head[1] !== 0) return {
        encoding: "utf-16be",
        mark: 0
      };
      const declared = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)/.exec(head.toString("latin1"))?.[1];
      const eightBits = !declared || /^(utf-?8|utf-16.*|(us-)?ascii)$/i.test(declared);
      return {
        encoding: eightBits ? "utf-8" : declared,
        mark: 0
      };
    }
    function recoded(raw, encoding) {
      const decoder = decoderOf(encoding);
      const chunk = new Uint8Array(65536);
      let pending = new Uint8Array(0);
      let ended = false;
      return (into, at) => {
        while (pending.length === 0 && !ended) {
          const count = raw(chunk, 0);
          ended = count === 0;
          pending = Buffer.from(decode(decoder, chunk.subarray(0, count), ended));
        }
        const piece = pending.subarray(0, into.length - at);
        into.set(piece, at);
        pending = pending.subarray(piece.length);
        return piece.length;
      };
    }
    function decoderOf(encoding) {
      try {
        return new external_node_util_.TextDecoder(encoding, {
          fatal: true
        });
      } catch {
        throw new failure.HR(`is written in ${(0, quote.h)(encoding)}, which cannot be read; UTF-8 can`);
      }
    }
    function decode(decoder, bytes, last) {
      try {
        return decoder.decode(bytes, {
          stream: !last
        });
      } catch {
        throw new failure.HR(`says it is ${decoder.encoding}, but holds bytes that are not`);
      }
    }
    function xmlReport(origin, names, read) {
      const opened = openText(origin.file);
      try {
        return read(new XmlReader(opened, names), origin);
      } finally {
        opened.close();
      }
    }
    const clover = {
      name: "clover",
      title: "Clover XML",
      recognizes: ({root: root}) => root === "clover",
      read: origin => xmlReport(origin, names, readReport)
    };
    const names = words("project", "testproject", "package", "file", "metrics", "line", "name", "path", "num", "type", "count", "truecount", "falsecount", "elements", "statements", "coveredstatements", "conditionals", "coveredconditionals", "methods", "coveredmethods");
    function readReport(xml, origin) {
      const reading = {
        coverage: (new src_coverage.xN).measuring("lines"),
        origin: origin,
        linesOnly: true
      };
      const {coverage: coverage} = reading;
      let claims;
      xml.nextOpen();
      while (xml.nextOpen()) if (xml.name === names.testproject) xml.skip(); else if (xml.name === names.project) claims = readProject(xml, reading);
      return {
        coverage: coverage,
        remarks: settleClaims(claimsOf(claims, reading), coverage, origin.path)
      };
    }
    function readProject(xml, reading) {
      const depth = xml.depth;
      let claims;
      let folder = "";
      while (xml.nextOpen(depth)) if (xml.name === names.package) folder = xml.text(names.name) ?? ""; else if (xml.name === names.file) readFile(xml, xml.depth > depth + 1 ? folder : "", reading); else if (xml.name === names.metrics && xml.depth === depth + 1) claims = metricsOf(xml);
      return claims;
    }
    function readFile(xml, folder, reading) {
      const depth = xml.depth;
      const file = fileOf(xml, folder, reading);
      const branches = new Map;
      const methods = [];
      let metrics;
      while (xml.nextOpen(depth)) if (xml.name === names.metrics && xml.depth === depth + 1) metrics = metricsOf(xml); else if (xml.name !== names.line) continue; else if (xml.is(names.type, "method")) methods.push(xml.positive(names.count)); else readLine(xml, file, branches);
      addBranches(file, branches, metrics, reading.coverage);
      addCounts(file, methods, metrics, reading);
    }
    function fileOf(xml, folder, {coverage: coverage, origin: origin}) {
      const path = xml.text(names.path) ?? xml.text(names.name);
      if (!path) xml.fail("has a <file> without path and name");
      const isBare = !(0, source_path.Z)(path) && !xml.has(names.path);
      return coverage.file((0, source_path.F)(path, origin.workspace), isBare ? folder : "");
    }
    function readLine(xml, file, branches) {
      const line = xml.integer(names.num);
      if (line === void 0) xml.fail("has a <line> without num");
      const whenTrue = xml.positive(names.truecount);
      const whenFalse = xml.positive(names.falsecount);
      const isCondition = xml.is(names.type, "cond");
      const isBare = isCondition && !xml.has(names.count);
      file.line(line, isBare ? whenTrue || whenFalse : xml.positive(names.count));
      if (!isCondition) return;
      const known = branches.get(line) ?? {
        covered: 0,
        total: 0
      };
      const taken = (whenTrue ? 1 : 0) + (whenFalse ? 1 : 0);
      branches.set(line, {
        covered: known.covered + taken,
        total: known.total + 2
      });
    }
    function addBranches(file, listed, metrics, coverage) {
      coverage.measuring("branches");
      const counts = [ ...listed.values() ];
      const covered = counts.reduce((sum, one) => sum + one.covered, 0);
      const total = counts.reduce((sum, one) => sum + one.total, 0);
      const said = metrics?.conditionals ?? {
        covered: covered,
        total: total
      };
      const agrees = said.covered === covered && said.total === total;
      if (metrics?.elements === false || !agrees) file.add("branches", said); else for (const [line, count] of listed) file.branches(line, count.covered, count.total);
    }
    function addCounts(file, methods, metrics, reading) {
      reading.coverage.measuring("functions");
      const listed = {
        covered: methods.filter(Boolean).length,
        total: methods.length
      };
      file.add("functions", metrics?.methods ?? listed);
      if (!metrics?.elements) return;
      reading.linesOnly = false;
      reading.coverage.measuring("statements");
      file.add("statements", metrics.statements);
    }
    function metricsOf(xml) {
      const count = (covered, total) => {
        const found = {
          covered: xml.integer(covered) ?? 0,
          total: xml.integer(total) ?? 0
        };
        if (found.covered < 0 || found.covered > found.total) xml.fail(`has ${found.covered} of ${found.total} covered in its <metrics>`);
        return found;
      };
      return {
        elements: xml.has(names.elements),
        statements: count(names.coveredstatements, names.statements),
        conditionals: count(names.coveredconditionals, names.conditionals),
        methods: count(names.coveredmethods, names.methods)
      };
    }
    function claimsOf(metrics, {linesOnly: linesOnly}) {
      if (!metrics) return {};
      const {statements: statements, conditionals: branches, methods: functions} = metrics;
      return linesOnly ? {
        lines: statements,
        branches: branches,
        functions: functions
      } : {
        statements: statements,
        branches: branches,
        functions: functions
      };
    }
    const most = 256;
    const mostLooks = 200;
    const longest = 1024;
    const dropped = -1;
    const ofRow = {
      end: 0,
      kind: 1,
      numbers: 2
    };
    const rowEnd = -1;
    const moreText = -2;
    const mostBytes = 32;
    const TAB = 9;
    const rows_LF = 10;
    const rows_CR = 13;
    const SPACE = 32;
    const ZERO = 48;
    const fourBlanks = 538976288;
    class Rows {
      values;
      width;
      end=0;
      #form;
      #looks=0;
      #root;
      #begun;
      #used=0;
      constructor(form) {
        this.#form = form;
        this.width = ofRow.numbers + form.size + 1;
        this.values = new Int32Array((most + 1) * this.width);
      }
      learn(bytes, from, to) {
        if (this.#looks === mostLooks || to - from > longest) return;
        this.#looks++;
        const template = templateOf(bytes.toString("latin1", from, to), this.#form);
        if (template) this.#keep(template);
      }
      read(bytes, view, from) {
        const {values: values, width: width} = this;
        const form = this.#form;
        values.fill(0, 0, this.#used);
        let count = 0;
        let at = from;
        while (at >= 0 && count < most) {
          this.end = at;
          const usual = form.readUsual?.(bytes, view, at, this, count) ?? count;
          if (usual > count) {
            count = usual;
            at = values[(count - 1) * width] ?? 0;
          } else {
            at = this.#readRow(bytes, view, at, count * width);
            if (at >= 0) count++;
          }
        }
        if (at >= 0) this.end = at;
        this.#used = (count + 1) * width;
        return count;
      }
      #readRow(bytes, view, from, row) {
        const root = this.#root;
        if (root === void 0) return -1;
        const {values: values} = this;
        const begun = this.#begun ?? root;
        const start = afterBlanks(bytes, view, from);
        let at = start;
        let text = begun.after;
        for (;;) {
          if (!text.isAt(view, at)) {
            const other = text.instead;
            if (other) text = other; else if (at > start || begun.after === root) return -1; else {
              begun.after = root;
              text = root;
            }
            continue;
          }
          if (at === start) {
            if (begun.after !== text) begun.after = text;
            this.#begun = text;
          }
          at += text.length;
          const {place: place} = text;
          if (place >= 0) {
            const number = digitsAt(bytes, at);
            if (number < 0) return -1;
            at += number & 15;
            values[row + place] = number >> 4;
          } else if (place === rowEnd) {
            values[row] = at;
            values[row + ofRow.kind] = text.kind;
            return at;
          }
          text = text.next ?? root;
        }
      }
      #keep({texts: texts, places: places, kind: kind}) {
        let last;
        texts.forEach((text, i) => {
          const place = this.#placeOf(places[i]);
          for (let from = 0; from < text.length; from += mostBytes) {
            const piece = text.slice(from, from + mostBytes);
            const isCut = from + mostBytes < text.length;
            last = this.#textAfter(last, piece, isCut ? moreText : place);
          }
        });
        if (last) last.kind = kind;
      }
      #placeOf(number) {
        if (number === void 0) return rowEnd;
        return number === dropped ? this.width - 1 : ofRow.numbers + number;
      }
      #textAfter(before, its, place) {
        let text = before ? before.next : this.#root;
        let tried;
        while (text) {
          if (text.text === its && text.place === place) return text;
          tried = text;
          text = text.instead;
        }
        const added = new RowText(its, place);
        this.#root ??= added;
        added.after = this.#root;
        if (tried) tried.instead = added; else if (before) before.next = added;
        return added;
      }
    }
    class RowText {
      text;
      length;
      place;
      kind=0;
      next;
      instead;
      after;
      #one;
      #two;
      #three;
      #four;
      #five;
      #six;
      #seven;
      #last;
      #mask;
      constructor(text, place) {
        this.text = text;
        this.length = text.length;
        this.place = place;
        this.next = void 0;
        this.instead = void 0;
        this.after = this;
        this.#one = wordOf(text, 0);
        this.#two = wordOf(text, 4);
        this.#three = wordOf(text, 8);
        this.#four = wordOf(text, 12);
        this.#five = wordOf(text, 16);
        this.#six = wordOf(text, 20);
        this.#seven = wordOf(text, 24);
        this.#last = wordOf(text, Math.max(text.length - 4, 0));
        this.#mask = wordOf("ÿ".repeat(Math.min(text.length, 4)), 0);
      }
      isAt(view, at) {
        const {length: length} = this;
        if (length < 4) return ((view.getInt32(at, true) ^ this.#one) & this.#mask) === 0;
        if (view.getInt32(at + length - 4, true) !== this.#last) return false;
        if (view.getInt32(at, true) !== this.#one) return false;
        if (length <= 8) return true;
        if (view.getInt32(at + 4, true) !== this.#two) return false;
        if (length <= 12) return true;
        if (view.getInt32(at + 8, true) !== this.#three) return false;
        if (length <= 16) return true;
        if (view.getInt32(at + 12, true) !== this.#four) return false;
        if (length <= 20) return true;
        if (view.getInt32(at + 16, true) !== this.#five) return false;
        if (length <= 24) return true;
        if (view.getInt32(at + 20, true) !== this.#six) return false;
        return length <= 28 || view.getInt32(at + 24, true) === this.#seven;
      }
    }
    function afterBlanks(bytes, view, from) {
      let at = from;
      for (;;) {
        const byte = bytes[at];
        if (byte !== SPACE && byte !== rows_LF && byte !== TAB && byte !== rows_CR) return at;
        at++;
        while (view.getInt32(at, true) === fourBlanks) at += 4;
      }
    }
    function digitsAt(bytes, from) {
      let at = from;
      let number = 0;
      for (;;) {
        const digit = (bytes[at] ?? 0) - ZERO;
        if (digit < 0 || digit > 9) break;
        number = Math.imul(number, 10) + digit | 0;
        at++;
      }
      return at === from || at - from > 8 ? -1 : number << 4 | at - from;
    }
    function wordOf(text, from = 0) {
      return Buffer.from(text.slice(from, from + 4).padEnd(4, "\0"), "latin1").readInt32LE();
    }
    const openTag = /^<([^\s/>]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"&]*"|'[^'&]*'))*)\s*\/?>/;
    const attribute = /([^\s=<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
    const tags = /<\/?([^\s/>!?]+)(?:\s+[^\s=]+\s*=\s*(?:"[^"&]*"|'[^'&]*'))*\s*\/?>\s*/g;
    function templateOf(text, form) {
      const [tag = "", name, list = ""] = openTag.exec(text) ?? [];
      if (name !== form.element) return;
      const inside = text.slice(tag.length);
      const tagsInside = Array.from(inside.matchAll(tags), ([, its = ""]) => its);
      const isPlain = inside.replace(tags, "").trim() === "";
      if (!isPlain || tagsInside.some(its => its !== name && !form.inside.includes(its))) return;
      const attributes = Array.from(list.matchAll(attribute), ([, its = "", one, other]) => [ its, one ?? other ?? "" ]);
      const layout = form.layoutOf(Object.fromEntries(attributes));
      return layout && cut(text, tag.length, layout);
    }
    function cut(text, tag, {kind: kind, numbers: numbers}) {
      const texts = [];
      const places = [];
      let end = 0;
      for (const found of text.matchAll(attribute)) {
        const [whole, its = "", one, other] = found;
        const value = one ?? other ?? "";
        const digits = Array.from(value.matchAll(/\d+/g));
        const isOwn = found.index < tag;
        const itsPlaces = isOwn ? ownOf(numbers, its) : void 0;
        if (itsPlaces && itsPlaces.length !== digits.length) return;
        const from = found.index + whole.length - 1 - value.length;
        digits.forEach((run, i) => {
          texts.push(text.slice(end, from + run.index));
          places.push(itsPlaces?.[i] ?? dropped);
          end = from + run.index + run[0].length;
        });
      }
      return {
        texts: [ ...texts, text.slice(end) ],
        places: places,
        kind: kind
      };
    }
    function ownOf(record, key) {
      return Object.hasOwn(record, key) ? record[key] : void 0;
    }
    const cobertura = {
      name: "cobertura",
      title: "Cobertura XML",
      recognizes: ({root: root}) => root === "coverage",
      read: origin => xmlReport(origin, cobertura_names, cobertura_readReport)
    };
    const cobertura_names = words("coverage", "source", "class", "method", "lines", "line", "filename", "name", "signature", "number", "hits", "branch", "condition-coverage", "lines-valid", "lines-covered", "branches-valid", "branches-covered", "line-rate", "branch-rate", "complexity");
    const {number: number, hits: hits, branch: branch, "condition-coverage": conditions} = cobertura_names;
    const inRow = {
      number: 2,
      hits: 3,
      taken: 4,
      branches: 5
    };
    const line1 = wordOf("<lin");
    const line2 = wordOf("e nu");
    const line3 = wordOf("mber");
    const line4 = wordOf('er="');
    const hits1 = wordOf('" hi');
    const hits2 = wordOf('ts="');
    const end = wordOf('"/>');
    const branchText = Int32Array.from('" branch="true" condition-coverage="'.match(/.{4}/g) ?? [], text => wordOf(text));
    const shareText = wordOf("% (");
    const shareEnd = wordOf(')"/>');
    const slash = 47;
    const lineForm = {
      element: "line",
      inside: [ "conditions", "condition" ],
      size: 4,
      readUsual(bytes, view, from, {values: values, width: width}, first) {
        let at = from;
        for (let count = first; ;count++) {
          if (count === most) return count;
          at = afterBlanks(bytes, view, at);
          if ((view.getInt32(at, true) ^ line1 | view.getInt32(at + 4, true) ^ line2) !== 0) return count;
          if ((view.getInt32(at + 8, true) ^ line3 | view.getInt32(at + 10, true) ^ line4) !== 0) return count;
          at += '<line number="'.length;
          const number = digitsAt(bytes, at);
          at += number & 15;
          if ((view.getInt32(at, true) ^ hits1 | view.getInt32(at + 4, true) ^ hits2) !== 0) return count;
          at += '" hits="'.length;
          const hits = digitsAt(bytes, at);
          at += hits & 15;
          if ((number | hits) < 0) return count;
          const row = count * width;
          if (((view.getInt32(at, true) ^ end) & 16777215) === 0) at += '"/>'.length; else at = readShare(bytes, view, at, values, row);
          if (at < 0) return count;
          values[row + ofRow.end] = at;
          values[row + inRow.number] = number >> 4;
          values[row + inRow.hits] = hits >> 4;
        }
      },
      layoutOf: ({number: number = "", hits: hits = "", branch: branch = "", "condition-coverage": share = ""}) => {
        if (!/^\d+$/.test(number) || !/^\d+$/.test(hits)) return;
        const numbers = {
          number: [ 0 ],
          hits: [ 1 ]
        };
        if (branch.toLowerCase() !== "true") return {
          kind: 0,
          numbers: numbers
        };
        const [, percent] = /^(\d+(?:[.,]\d+)?)% \(\d+\/\d+\)$/.exec(share) ?? [];
        if (percent === void 0) return;
        const skipped = percent.split(/[.,]/).map(() => dropped);
        return {
          kind: 1,
          numbers: {
            ...numbers,
            "condition-coverage": [ ...skipped, 2, 3 ]
          }
        };
      }
    };
    function readShare(bytes, view, from, values, row) {
      let at = from;
      for (let i = 0; i < branchText.length; i++, at += 4) if (view.getInt32(at, true) !== branchText[i]) return -1;
      const percent = digitsAt(bytes, at);
      at += percent & 15;
      if (((view.getInt32(at, true) ^ shareText) & 16777215) !== 0 || percent < 0) return -1;
      at += "% (".length;
      const taken = digitsAt(bytes, at);
      at += taken & 15;
      if (bytes[at] !== slash) return -1;
      at++;
      const branches = digitsAt(bytes, at);
      at += branches & 15;
      if (view.getInt32(at, true) !== shareEnd || (taken | branches) < 0) return -1;
      values[row + inRow.taken] = taken >> 4;
      values[row + inRow.branches] = branches >> 4;
      return at + ')"/>'.length;
    }
    function cobertura_readReport(xml, origin) {
      const rows = new Rows(lineForm);
      const reading = {
        coverage: (new src_coverage.xN).measuring("lines"),
        sources: [],
        usable: void 0,
        rows: rows,
        line: new Int32Array(rows.width),
        ofMethods: new Int32Array(64 * rows.width),
        methodLines: 0,
        vague: false
      };
      const {coverage: coverage} = reading;
      let claims = {};
      while (xml.nextOpen()) if (xml.name === cobertura_names.coverage) claims = cobertura_claimsOf(xml); else if (xml.name === cobertura_names.source) reading.sources.push(xml.readText()); else if (xml.name === cobertura_names.class) readClass(xml, reading, origin);
      const remarks = settleClaims(claims, coverage, origin.path);
      if (reading.vague) remarks.push("tells the branches of some lines only in percent; each such line counts as one branch.");
      return {
        coverage: coverage,
        remarks: remarks
      };
    }
    function readClass(xml, reading, origin) {
      const depth = xml.depth;
      const name = xml.text(cobertura_names.name) ?? "";
      const file = reading.coverage.file(pathOf(xml, reading, origin));
      reading.methodLines = 0;
      let listed = false;
      const add = (rows, count) => {
        listed = true;
        addRows(xml, rows, count, file, reading);
      };
      while (xml.nextOpen(depth)) if (xml.name === cobertura_names.method) readMethod(xml, name, file, reading); else if (xml.name === cobertura_names.class) xml.fail("has a <class> inside of another"); else readLines(xml, reading, add);
      if (!listed) addRows(xml, reading.ofMethods, reading.methodLines, file, reading);
    }
    function readMethod(xml, ofClass, file, reading) {
      const depth = xml.depth;
      const name = `${ofClass}\0${xml.text(cobertura_names.name)}\0${xml.text(cobertura_names.signature)}`;
      const told = xml.has(hits);
      let covered = xml.positive(hits);
      let first;
      const {width: width} = reading.rows;
      const keep = (rows, count) => {
        first ??= rows[inRow.number];
        for (let at = 0; at < count * width; at += width) {
          covered ||= rows[at + inRow.hits] !== 0;
          checkBranches(xml, rows, at);
        }
        keepRows(rows, count, reading);
      };
      while (xml.nextOpen(depth)) readLines(xml, reading, keep);
      if (!told && first === void 0) return;
      reading.coverage.measuring("functions");
      file.function(`${name}\0${first}`, covered, "method");
    }
    function readLines(xml, reading, take) {
      const {rows: rows} = reading;
      let inside = xml.depth;
      if (xml.name === cobertura_names.line) {
        cobertura_readLine(xml, reading);
        take(reading.line, 1);
        xml.skip();
        inside--;
      } else if (xml.name !== cobertura_names.lines) return;
      for (let count = xml.readRows(rows, inside); count > 0; count = xml.readRows(rows, inside)) take(rows.values, count);
    }
    function cobertura_readLine(xml, reading) {
      const {line: line} = reading;
      const at = xml.integer(number);
      if (at === void 0) xml.fail("has a <line> without number");
      const branches = xml.is(branch, "true") ? branchesOf(xml, reading) : void 0;
      line[inRow.number] = at;
      line[inRow.hits] = xml.positive(hits) ? 1 : 0;
      line[inRow.taken] = branches?.covered ?? 0;
      line[inRow.branches] = branches?.total ?? 0;
    }
    function keepRows(rows, count, reading) {
      const {width: width} = reading.rows;
      const from = reading.methodLines * width;
      const size = count * width;
      if (from + size > reading.ofMethods.length) {
        const longer = new Int32Array((from + size) * 2);
        longer.set(reading.ofMethods);
        reading.ofMethods = longer;
      }
      reading.ofMethods.set(rows.subarray(0, size), from);
      reading.methodLines += count;
    }
    function addRows(xml, rows, count, file, {coverage: coverage, rows: {width: width}}) {
      file.lines(rows, width, count, inRow.number, inRow.hits);
      for (let at = 0; at < count * width; at += width) {
        checkBranches(xml, rows, at);
        const branches = rows[at + inRow.branches] ?? 0;
        if (branches === 0) continue;
        coverage.measured.add("branches");
        file.branches(rows[at + inRow.number] ?? 0, rows[at + inRow.taken] ?? 0, branches);
      }
    }
    function checkBranches(xml, rows, at) {
      const taken = rows[at + inRow.taken] ?? 0;
      const branches = rows[at + inRow.branches] ?? 0;
      if (taken > branches) failTaken(xml, taken, branches, rows[at + ofRow.end]);
    }
    function failTaken(xml, taken, branches, at) {
      xml.fail(`has ${taken} of ${branches} branches covered in a line`, at);
    }
    const usual = [ [ "50% (1/2)", {
      covered: 1,
      total: 2
    } ], [ "100% (2/2)", {
      covered: 2,
      total: 2
    } ], [ "0% (0/2)", {
      covered: 0,
      total: 2
    } ] ];
    function branchesOf(xml, reading) {
      for (const [text, count] of usual) if (xml.is(conditions, text)) return count;
      const text = xml.text(conditions) ?? "";
      const [, covered, total] = /\(\s*(\d{1,9})\s*\/\s*(\d{1,9})\s*\)/.exec(text) ?? [];
      if (covered !== void 0 && total !== void 0) {
        const count = {
          covered: Number(covered),
          total: Number(total)
        };
        if (count.covered > count.total) failTaken(xml, count.covered, count.total);
        return count.total > 0 ? count : void 0;
      }
      if (!/^\s*\d+([.,]\d*)?\s*%/.test(text)) return;
      reading.vague = true;
      return {
        covered: /^\s*100\D/.test(text) ? 1 : 0,
        total: 1
      };
    }
    function cobertura_claimsOf(xml) {
      const claim = (covered, valid) => {
        const count = {
          covered: Number(xml.text(covered)),
          total: Number(xml.text(valid))
        };
        const isCount = Number.isSafeInteger(count.total) && Number.isSafeInteger(count.covered);
        return isCount && count.covered >= 0 && count.covered <= count.total ? count : void 0;
      };
      return {
        lines: claim(cobertura_names["lines-covered"], cobertura_names["lines-valid"]),
        branches: claim(cobertura_names["branches-covered"], cobertura_names["branches-valid"])
      };
    }
    function pathOf(xml, reading, {workspace: workspace}) {
      const filename = xml.text(cobertura_names.filename);
      if (filename === void 0) xml.fail("has a <class> without filename");
      if ((0, source_path.Z)(filename)) return (0, source_path.F)(filename, workspace);
      const exists = path => (0, external_node_fs_.statSync)(external_node_path_.posix.resolve(workspace, path), {
        throwIfNoEntry: false
      }) !== void 0;
      reading.usable ??= reading.sources.filter(source => (0, source_path.Z)(source) || source && exists(source));
      if (reading.usable.length === 0) return (0, source_path.F)(filename, workspace);
      const places = reading.usable.map(source => `${source}/${filename}`);
      const place = places.length > 1 ? places.find(exists) : places[0];
      return (0, source_path.F)(place ?? filename, workspace);
    }
    function isHit(text) {
      if (text === "-") return false;
      if (!/^[+-]?\d+(\.\d*)?(e[+-]?\d+)?$/i.test(text)) return;
      return /^\+?[0.]*[1-9]/.test(text);
    }
    const json_chunkSize = 256 * 1024;
    const json_largestToken = 16 * 1024 * 1024;
    const json_deepest = 1e3;
    const json_QUOTE = 34;
    const COMMA = 44;
    const json_DASH = 45;
    const json_ZERO = 48;
    const NINE = 57;
    const COLON = 58;
    const json_OPEN_BRACKET = 91;
    const BACKSLASH = 92;
    const json_CLOSE_BRACKET = 93;
    const UNICODE = 117;
    const OPEN_BRACE = 123;
    const CLOSE_BRACE = 125;
    const json_space = 1;
    const plain = 2;
    const numeral = 4;
    const escapable = 8;
    const hexadecimal = 16;
    const json_classes = Uint8Array.from({
      length: 256
    }, (_, byte) => {
      const character = String.fromCharCode(byte);
      return (" \t\r\n".includes(character) ? json_space : 0) | (byte >= 32 && !'"\\'.includes(character) ? plain : 0) | (/[\d+.eE-]/.test(character) ? numeral : 0) | (/["\\/bfnrt]/.test(character) ? escapable : 0) | (/[\da-fA-F]/.test(character) ? hexadecimal : 0);
    });
    const ofObject = 2;
    const word = text => (new TextEncoder).encode(text);
    class JsonReader {
      #file;
      #bytes=Buffer.allocUnsafe(json_chunkSize + 1);
      #at=0;
      #limit=0;
      #before=0;
      #filled=new Uint8Array(json_deepest + 1);
      #depth=0;
      #from=0;
      #to=0;
      #escaped=false;
      #whole=false;
      constructor(file) {
        this.#file = file;
        this.#bytes[0] = 0;
      }
      kind() {
        const byte = this.#blank();
        if (byte === json_DASH || byte >= json_ZERO && byte <= NINE) return "0";
        return byte === 0 ? "" : String.fromCharCode(byte);
      }
      object() {
        this.#enter(OPEN_BRACE, "an object");
      }
      array() {
        this.#enter(json_OPEN_BRACKET, "an array");
      }
      key() {
        if (!this.#member(CLOSE_BRACE)) return false;
        if (this.#blank() !== json_QUOTE) this.#invalid();
        this.#string();
        const began = this.#before + this.#from;
        const length = this.#to - this.#from;
        if (this.#blank(this.#from) !== COLON) this.#invalid();
        this.#from = began - this.#before;
        this.#to = this.#from + length;
        this.#at++;
        return true;
      }
      element() {
        return this.#member(json_CLOSE_BRACKET);
      }
      is(name) {
        if (this.#escaped) return this.name() === Buffer.from(name).toString();
        const from = this.#from;
        if (this.#to - from !== name.length) return false;
        const bytes = this.#bytes;
        for (let i = 0; i < name.length; i++) if (bytes[from + i] !== name[i]) return false;
        return true;
      }
      name() {
        return this.#decoded();
      }
      index() {
        const bytes = this.#bytes;
        const length = this.#to - this.#from;
        if (length === 0 || length > 9 || length > 1 && bytes[this.#from] === json_ZERO) return -1;
        let value = 0;
        for (let at = this.#from; at < this.#to; at++) {
          const digit = (bytes[at] ?? 0) - json_ZERO;
          if (digit < 0 || digit > 9) return -1;
          value = value * 10 + digit;
        }
        return value;
      }
      text() {
        if (this.#blank() !== json_QUOTE) this.#expected("a text");
        this.#string();
        return this.#decoded();
      }
      integer() {
        this.#number("a whole number");
        const bytes = this.#bytes;
        const negative = bytes[this.#from] === json_DASH;
        let value = 0;
        for (let at = negative ? this.#from + 1 : this.#from; at < this.#to; at++) {
          const digit = (bytes[at] ?? 0) - json_ZERO;
          if (digit < 0 || digit > 9) return this.#notWhole();
          value = value * 10 + digit;
        }
        if (value > Number.MAX_SAFE_INTEGER) return this.#notWhole();
        return negative ? -value : value;
      }
      count() {
        const value = this.integer();
        if (value < 0 || value > 2147483647) return this.#refuse("a whole number from 0 to 2^31");
        return value;
      }
      ordinal() {
        const value = this.integer();
        if (value > 2147483647) return this.#refuse("a number of a line or column");
        return Math.max(value, 0);
      }
      hit() {
        this.#number("a number of hits");
        const first = this.#bytes[this.#from] ?? 0;
        if (this.#whole) return first > json_ZERO;
        const covered = isHit(this.#bytes.toString("latin1", this.#from, this.#to));
        return covered ?? this.#refuse("a number of hits");
      }
      flag() {
        const kind = this.kind();
        if (kind !== "t" && kind !== "f") this.#expected("true or false");
        this.skip();
        return kind === "t";
      }
      takes(value, numbers) {
        const bytes = this.#bytes;
        let at = this.#at;
        let count = 0;
        for (let i = 0; i < value.length; i++) {
          if (value[i] !== json_ZERO) {
            if (bytes[at++] !== value[i]) return false;
            continue;
          }
          const from = at;
          let number = 0;
          for (let digit = (bytes[at] ?? 0) - json_ZERO; digit >= 0 && digit <= 9; ) {
            number = number * 10 + digit;
            digit = (bytes[++at] ?? 0) - json_ZERO;
          }
          if (at === from || at > from + 9 || bytes[from] === json_ZERO && at > from + 1) return false;
          numbers[count++] = number;
        }
        this.#at = at;
        return true;
      }
      skip() {
        const depth = this.#depth;
        this.#skipOne();
        while (this.#depth > depth) {
          const inObject = (this.#filled[this.#depth] ?? 0) >= ofObject;
          if (inObject) {
            if (!this.#member(CLOSE_BRACE)) continue;
            if (this.#blank() !== json_QUOTE) this.#invalid();
            this.#skipString();
            if (this.#blank() !== COLON) this.#invalid();
            this.#at++;
          } else if (!this.#member(json_CLOSE_BRACKET)) continue;
          this.#skipOne();
        }
      }
      end() {
        if (this.#blank() !== 0 || this.#at < this.#limit) this.fail("goes on after its end: it is two documents in one file");
      }
      fail(what) {
        throw new failure.HR(`${what} (at byte ${this.#before + this.#at})`);
      }
      #skipOne() {
        const byte = this.#blank();
        if (byte === json_QUOTE) this.#skipString(); else if (byte === OPEN_BRACE) this.object(); else if (byte === json_OPEN_BRACKET) this.array(); else if (byte === json_DASH || byte >= json_ZERO && byte <= NINE) this.#number("a number"); else if (byte === 116) this.#literal("true"); else if (byte === 102) this.#literal("false"); else if (byte === 110) this.#literal("null"); else this.#invalid();
      }
      #enter(mark, what) {
        if (this.#blank() !== mark) this.#expected(what);
        if (this.#depth === json_deepest) this.fail(`is nested more than ${json_deepest} levels deep`);
        this.#at++;
        this.#filled[++this.#depth] = mark === OPEN_BRACE ? ofObject : 0;
      }
      #member(end) {
        const byte = this.#blank();
        const filled = this.#filled[this.#depth] ?? 0;
        if (byte === end) {
          this.#at++;
          this.#depth--;
          return false;
        }
        if ((filled & 1) === 0) {
          this.#filled[this.#depth] = filled | 1;
          return true;
        }
        if (byte !== COMMA) this.#invalid();
        this.#at++;
        if (this.#blank() === end) this.#invalid();
        return true;
      }
      #blank(keep = -1) {
        let held = keep;
        for (;;) {
          const bytes = this.#bytes;
          let at = this.#at;
          let byte = bytes[at] ?? 0;
          while (((json_classes[byte] ?? 0) & json_space) !== 0) byte = bytes[++at] ?? 0;
          this.#at = at;
          if (byte !== 0 || at < this.#limit) return byte;
          if (!this.#more(held < 0 ? at : held)) return 0;
          held = Math.min(held, 0);
        }
      }
      #string() {
        let start = this.#at;
        let at = start + 1;
        this.#escaped = false;
        for (;;) {
          const bytes = this.#bytes;
          while (((json_classes[bytes[at] ?? 0] ?? 0) & plain) !== 0) at++;
          const byte = bytes[at];
          if (byte === json_QUOTE) break;
          const escaped = byte === BACKSLASH ? this.#escapeAt(at) : 0;
          if (escaped > 0) {
            this.#escaped = true;
            at += escaped;
          } else if (at < this.#limit && byte !== BACKSLASH) {
            this.#at = at;
            this.#invalid();
          } else {
            at -= start;
            if (!this.#more(start)) this.#cutOff();
            start = 0;
          }
        }
        this.#from = start + 1;
        this.#to = at;
        this.#at = at + 1;
      }
      #skipString() {
        let at = this.#at + 1;
        for (;;) {
          const bytes = this.#bytes;
          while (((json_classes[bytes[at] ?? 0] ?? 0) & plain) !== 0) at++;
          const byte = bytes[at];
          if (byte === json_QUOTE) break;
          const escaped = byte === BACKSLASH ? this.#escapeAt(at) : 0;
          if (escaped > 0) at += escaped; else if (at < this.#limit && byte !== BACKSLASH) {
            this.#at = at;
            this.#invalid();
          } else {
            if (!this.#more(at)) this.#cutOff();
            at = 0;
          }
        }
        this.#at = at + 1;
      }
      #escapeAt(at) {
        const bytes = this.#bytes;
        const byte = bytes[at + 1] ?? 0;
        if (at + 1 < this.#limit && ((json_classes[byte] ?? 0) & escapable) !== 0) return 2;
        if (at + (byte === UNICODE ? 5 : 1) >= this.#limit) return 0;
        let digits = 0;
        while (digits < 4 && ((json_classes[bytes[at + 2 + digits] ?? 0] ?? 0) & hexadecimal) !== 0) digits++;
        if (byte === UNICODE && digits === 4) return 6;
        this.#at = at;
        return this.#invalid();
      }
      #number(expected) {
        const first = this.#blank();
        if (first !== json_DASH && (first < json_ZERO || first > NINE)) this.#expected(expected);
        let start = this.#at;
        let at = start;
        for (;;) {
          const bytes = this.#bytes;
          while (((json_classes[bytes[at] ?? 0] ?? 0) & numeral) !== 0) at++;
          if (at < this.#limit) break;
          at -= start;
          const more = this.#more(start);
          start = 0;
          if (!more) break;
        }
        this.#from = start;
        this.#to = at;
        this.#at = at;
        this.#whole = this.#isWhole();
        if (!this.#whole && !this.#isDecimal()) this.#invalid();
      }
      #isWhole() {
        const bytes = this.#bytes;
        for (let at = this.#from; at < this.#to; at++) {
          const byte = bytes[at] ?? 0;
          if (byte < json_ZERO || byte > NINE) return false;
        }
        return bytes[this.#from] !== json_ZERO || this.#to === this.#from + 1;
      }
      #isDecimal() {
        const text = this.#bytes.toString("latin1", this.#from, this.#to);
        return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text);
      }
      #literal(name) {
        while (this.#limit - this.#at < name.length) if (!this.#more(this.#at)) this.#cutOff();
        const at = this.#at;
        if (this.#bytes.toString("latin1", at, at + name.length) !== name) this.#invalid();
        this.#at = at + name.length;
      }
      #decoded() {
        const text = this.#bytes.toString("utf8", this.#from, this.#to);
        if (!this.#escaped) return text;
        try {
          return String(JSON.parse(`"${text}"`));
        } catch {
          return this.#invalid();
        }
      }
      #more(keep) {
        const rest = this.#limit - keep;
        this.#bytes.copyWithin(0, keep, this.#limit);
        this.#before += keep;
        this.#at -= keep;
        this.#limit = rest;
        if (rest === this.#bytes.length - 1) this.#grow();
        const count = this.#file.read(this.#bytes.subarray(0, this.#bytes.length - 1), rest);
        this.#limit += count;
        this.#bytes[this.#limit] = 0;
        return count > 0;
      }
      #grow() {
        if (this.#bytes.length >= json_largestToken) this.fail("holds a text of more than 16 MiB");
        const larger = Buffer.allocUnsafe(this.#bytes.length * 2);
        this.#bytes.copy(larger);
        this.#bytes = larger;
      }
      #notWhole() {
        return this.#refuse("a whole number");
      }
      #refuse(expected) {
        const seen = (0, quote.h)(this.#bytes.toString("latin1", this.#from, Math.min(this.#to, this.#from + 99)));
        return this.fail(`has ${seen} where ${expected} belongs`);
      }
      #expected(what) {
        if (this.#at >= this.#limit || !'{["-0123456789tfn'.includes(this.#context().charAt(0))) this.#invalid();
        return this.fail(`has ${(0, quote.h)(this.#context(), 20)} where ${what} belongs`);
      }
      #invalid() {
        if (this.#at >= this.#limit) this.#cutOff();
        return this.fail(`is no valid JSON: ${(0, quote.h)(this.#context(), 20)} stands where it cannot`);
      }
      #context() {
        return this.#bytes.toString("utf8", this.#at, Math.min(this.#at + 40, this.#limit));
      }
      #cutOff() {
        return this.fail("is no valid JSON: it ends in the middle, so the tool that writes it did not get to its end");
      }
    }
    function jsonReport(origin, read) {
      const opened = openText(origin.file);
      try {
        const json = new JsonReader(opened);
        const coverage = new src_coverage.xN;
        const remarks = read(json, coverage);
        json.end();
        return {
          coverage: coverage,
          remarks: remarks
        };
      } finally {
        opened.close();
      }
    }
    function namedFile(coverage, name, workspace) {
      if (name.trim() === "" || name.includes("\0") || name.length > 4096) throw new failure.HR(`names a file ${(0, 
      quote.h)(name)}, as none can be called`);
      return coverage.file((0, source_path.F)(name, workspace));
    }
    const coveragePy = {
      name: "coverage-py",
      title: "coverage.py JSON",
      recognizes: ({text: text}) => /^\{\s*"meta"\s*:\s*\{[^{}]*"(branch_coverage|show_contexts)"\s*:/.test(text) || /^\{/.test(text) && /"(executed_lines|missing_lines)"\s*:\s*\[/.test(text),
      read: origin => jsonReport(origin, (json, coverage) => coverage_py_readReport(json, coverage, origin))
    };
    const keys = {
      files: word("files"),
      totals: word("totals"),
      summary: word("summary"),
      executedLines: word("executed_lines"),
      missingLines: word("missing_lines"),
      excludedLines: word("excluded_lines"),
      executedBranches: word("executed_branches"),
      missingBranches: word("missing_branches"),
      coveredLines: word("covered_lines"),
      statements: word("num_statements"),
      coveredBranches: word("covered_branches"),
      branches: word("num_branches")
    };
    function coverage_py_readReport(json, coverage, {workspace: workspace, path: path}) {
      let claims = {};
      let unlisted = 0;
      coverage.measuring("lines");
      json.object();
      while (json.key()) if (json.is(keys.totals)) claims = {
        ...readSummary(json, "totals")
      }; else if (json.is(keys.files)) {
        json.object();
        while (json.key()) {
          const name = json.name();
          const listed = coverage_py_readFile(json, coverage, namedFile(coverage, name, workspace), name);
          if (!listed) unlisted++;
        }
      } else json.skip();
      const remarks = settleClaims(claims, coverage, path);
      if (unlisted > 0) remarks.push(`lists more or fewer lines or branches of ${unlisted} files than it counts; there the counts are taken, without the lines.`);
      return remarks;
    }
    function coverage_py_readFile(json, coverage, file, name) {
      const lists = {
        executed: [],
        missing: [],
        excluded: [],
        taken: [],
        missed: []
      };
      let summary;
      json.object();
      while (json.key()) if (json.is(keys.summary)) summary = readSummary(json, name); else if (json.is(keys.executedLines)) lists.executed = coverage_py_readLines(json); else if (json.is(keys.missingLines)) lists.missing = coverage_py_readLines(json); else if (json.is(keys.excludedLines)) lists.excluded = coverage_py_readLines(json); else if (json.is(keys.executedBranches)) lists.taken = readPairs(json); else if (json.is(keys.missingBranches)) lists.missed = readPairs(json); else json.skip();
      if (!summary) return json.fail(`has no summary of ${(0, quote.h)(name)}`);
      const linesListed = addLines(file, summary.lines, lists);
      if (!summary.branches) return linesListed;
      coverage.measured.add("branches");
      return coverage_py_addBranches(file, summary.branches, lists) && linesListed;
    }
    function addLines(file, count, {executed: executed, missing: missing, excluded: excluded}) {
      const leftOut = new Set(excluded);
      const covered = new Set(executed.filter(line => !leftOut.has(line)));
      const uncovered = new Set(missing.filter(line => !covered.has(line)));
      const docstrings = covered.size - count.covered;
      if (docstrings < 0 || uncovered.size !== count.total - count.covered) {
        file.add("lines", count);
        return false;
      }
      for (const line of covered) file.line(line, true);
      for (const line of uncovered) file.line(line, false);
      file.surplus(docstrings);
      return true;
    }
    function coverage_py_addBranches(file, count, {taken: taken, missed: missed}) {
      const listed = {
        covered: taken.length / 2,
        total: (taken.length + missed.length) / 2
      };
      const same = listed.covered === count.covered && listed.total === count.total;
      if (same) {
        addPairs(file, taken, true);
        addPairs(file, missed, false);
      } else file.add("branches", count);
      return same;
    }
    function addPairs(file, pairs, covered) {
      for (let i = 0; i < pairs.length; i += 2) {
        const [from = 0, to = 0] = pairs.slice(i, i + 2);
        file.branch(Math.abs(from), to < 0 ? 1 : 0, Math.abs(to), covered);
      }
    }
    function coverage_py_readLines(json) {
      const lines = [];
      json.array();
      while (json.element()) lines.push(json.count());
      return lines;
    }
    function readPairs(json) {
      const pairs = [];
      json.array();
      while (json.element()) {
        const before = pairs.length;
        json.array();
        while (json.element()) pairs.push(readTarget(json));
        if (pairs.length !== before + 2) json.fail("has a branch that is not from one line to another");
      }
      return pairs;
    }
    function readTarget(json) {
      const line = json.integer();
      return Math.abs(line) <= 2147483647 ? line : json.fail(`has a branch to line ${line}`);
    }
    function readSummary(json, name) {
      let covered = Number.NaN;
      let total = Number.NaN;
      let taken;
      let branches;
      json.object();
      while (json.key()) if (json.is(keys.coveredLines)) covered = json.integer(); else if (json.is(keys.statements)) total = json.integer(); else if (json.is(keys.coveredBranches)) taken = json.integer(); else if (json.is(keys.branches)) branches = json.integer(); else json.skip();
      const lines = countOf(json, covered, total, "lines", name);
      if (taken === void 0 && branches === void 0) return {
        lines: lines,
        branches: void 0
      };
      return {
        lines: lines,
        branches: countOf(json, taken, branches, "branches", name)
      };
    }
    function countOf(json, covered = Number.NaN, total = Number.NaN, what, name) {
      if (covered >= 0 && covered <= total) return {
        covered: covered,
        total: total
      };
      return json.fail(`has ${covered} of ${total} ${what} covered in ${(0, quote.h)(name)}`);
    }
    const text_lines_chunkSize = 256 * 1024;
    const text_lines_longest = 16 * 1024 * 1024;
    const text_lines_LF = 10;
    const text_lines_CR = 13;
    class TextLines {
      bytes=Buffer.allocUnsafe(text_lines_chunkSize);
      view=text_lines_viewOf(this.bytes);
      limit=0;
      unfinished=false;
      #file;
      #read=0;
      #before=0;
      constructor(file) {
        this.#file = file;
      }
      fill() {
        this.#before += this.limit;
        this.bytes.copyWithin(0, this.limit, this.#read);
        this.#read -= this.limit;
        this.limit = 0;
        while (this.limit === 0) {
          if (this.#read === this.bytes.length - 1) this.#grow();
          const room = this.bytes.subarray(0, this.bytes.length - 1);
          const count = this.#file.read(room, this.#read);
          if (count === 0) return this.#finish();
          const from = this.#read;
          this.#read += count;
          const last = this.bytes.subarray(from, this.#read).lastIndexOf(text_lines_LF);
          if (last >= 0) this.limit = from + last + 1;
        }
        return true;
      }
      endOf(from) {
        return this.bytes.indexOf(text_lines_LF, from);
      }
      rest(from) {
        return this.bytes.toString("utf8", from, this.endOf(from)).trim();
      }
      trimmed(from, end) {
        return end > from && this.bytes[end - 1] === text_lines_CR ? end - 1 : end;
      }
      fail(from, expected) {
        const seen = (0, quote.h)(this.rest(from));
        throw new failure.HR(`has ${seen} where ${expected} belongs (at byte ${this.#before + from})`);
      }
      cutOff(where) {
        throw new failure.HR(`ends ${where}; the tool that writes it did not get to its end`);
      }
      #finish() {
        if (this.#read === 0) return false;
        this.unfinished = true;
        this.bytes[this.#read++] = text_lines_LF;
        this.limit = this.#read;
        return true;
      }
      #grow() {
        if (this.bytes.length >= text_lines_longest) throw new failure.HR(`has a line of more than 16 MiB (at byte ${this.#before})`);
        const larger = Buffer.allocUnsafe(this.bytes.length * 2);
        this.bytes.copy(larger);
        this.bytes = larger;
        this.view = text_lines_viewOf(larger);
      }
    }
    function text_lines_viewOf({buffer: buffer, byteOffset: byteOffset, length: length}) {
      return new DataView(buffer, byteOffset, length);
    }
    const go = {
      name: "go",
      title: "Go cover profile",
      recognizes: ({text: text}) => /^mode: (set|count|atomic)\s/.test(`${text}\n`),
      read(origin) {
        const opened = openText(origin.file);
        try {
          return readProfile(new TextLines(opened), origin);
        } finally {
          opened.close();
        }
      }
    };
    const row = "file.go:1.2,3.4 <statements> <count>";
    const mostLines = 2 ** 28;
    const largest = 2147483647;
    const go_LF = 10;
    const go_CR = 13;
    const go_SPACE = 32;
    const go_COMMA = 44;
    const DOT = 46;
    const go_COLON = 58;
    function readProfile(lines, {workspace: workspace}) {
      const coverage = (new src_coverage.xN).measuring("lines", "statements");
      const reading = {
        lines: lines,
        coverage: coverage,
        workspace: workspace,
        file: void 0,
        name: text_lines_viewOf(Buffer.alloc(0)),
        spanned: 0
      };
      while (lines.fill()) readRows(reading);
      const remarks = lines.unfinished ? [ "does not end with a line feed, as Go writes it; should it be cut off, the rest is not known." ] : [];
      return {
        coverage: coverage,
        remarks: remarks
      };
    }
    function readRows(reading) {
      const {lines: lines} = reading;
      for (let at = 0; at < lines.limit; ) {
        const isSame = isOfSameFile(lines, at, reading.name);
        const end = isSame ? readBlock(reading, at + reading.name.byteLength + 1) : -1;
        at = end < 0 ? readOther(reading, at) : end;
      }
    }
    function isOfSameFile({bytes: bytes, view: view}, at, name) {
      const tail = name.byteLength - 4;
      if (tail < 0 || bytes[at + name.byteLength] !== go_COLON) return false;
      if (view.getInt32(at + tail) !== name.getInt32(tail)) return false;
      for (let i = 0; i < tail; i += 4) if (view.getInt32(at + i) !== name.getInt32(i)) return false;
      return true;
    }
    function readOther(reading, at) {
      const {lines: lines, coverage: coverage, workspace: workspace} = reading;
      const end = lines.endOf(at);
      const text = lines.rest(at);
      if (text === "") return end + 1;
      if (/^mode: (set|count|atomic)$/.test(text)) return end + 1;
      const colon = lines.bytes.subarray(at, end).lastIndexOf(go_COLON);
      if (colon <= 0) lines.fail(at, row);
      const name = Buffer.from(lines.bytes.subarray(at, at + colon));
      reading.name = text_lines_viewOf(name);
      reading.file = namedFile(coverage, name.toString(), workspace);
      const next = readBlock(reading, at + colon + 1);
      return next < 0 ? lines.fail(at, row) : next;
    }
    let ended = 0;
    let value = 0;
    function readNumber(bytes, from, behind) {
      let at = from;
      let sum = 0;
      for (let digit = (bytes[at] ?? 0) - 48; digit >= 0 && digit <= 9; ) {
        sum = sum * 10 + digit;
        digit = (bytes[++at] ?? 0) - 48;
      }
      ended = at + 1;
      value = sum;
      return at > from && sum <= largest && bytes[at] === behind;
    }
    function readBlock(reading, from) {
      const {bytes: bytes} = reading.lines;
      if (!readNumber(bytes, from, DOT)) return -1;
      const line = value;
      if (!readNumber(bytes, ended, go_COMMA)) return -1;
      const column = value;
      if (!readNumber(bytes, ended, DOT)) return -1;
      const endLine = value;
      if (!readNumber(bytes, ended, go_SPACE)) return -1;
      const endColumn = value;
      if (!readNumber(bytes, ended, go_SPACE)) return -1;
      const statements = value;
      const covered = readCount(reading, ended);
      if (covered === void 0 || endLine < line || !reading.file) return -1;
      reading.spanned += endLine - line;
      if (reading.spanned > mostLines) return reading.lines.fail(from, "a block of a size that can be");
      const {file: file} = reading;
      if (statements > 0) file.statement(line, column, endLine, endColumn, covered, statements);
      for (let i = line; i <= endLine; i++) file.line(i, covered);
      return ended;
    }
    function readCount({lines: lines}, from) {
      const {bytes: bytes} = lines;
      let at = from;
      let nonzero = 0;
      for (let byte = bytes[at] ?? 0; byte >= 48 && byte <= 57; byte = bytes[++at] ?? 0) nonzero |= byte & 15;
      if (at > from && bytes[at] === go_CR) at++;
      if (at > from && bytes[at] === go_LF) {
        ended = at + 1;
        return nonzero !== 0;
      }
      ended = lines.endOf(from) + 1;
      return (bytes[from] ?? 0) > go_SPACE ? isHit(lines.rest(from)) : void 0;
    }
    var enlarged = __nccwpck_require__(8290);
    const hasPlace = 1;
    const hasHit = 2;
    const isCovered = 4;
    const hasTwoHits = 8;
    class IdTable {
      #slots=new Int32Array(1024);
      #named=new Map;
      #ids=[];
      #places=new Int32Array(4 * 1024);
      #flags=new Uint8Array(1024);
      #arms=[];
      clear() {
        for (const id of this.#ids) if (id >= 0) this.#slots[id] = 0;
        this.#flags.fill(0, 0, this.#ids.length);
        this.#named.clear();
        this.#ids = [];
        this.#arms = [];
      }
      slotOf(json) {
        const id = json.index();
        if (id < 0 || id >= 1 << 20) return this.#slotOfName(json.name());
        if (id >= this.#slots.length) this.#slots = (0, enlarged.v)(this.#slots, id + 1);
        const known = this.#slots[id] ?? 0;
        if (known > 0) return known - 1;
        const slot = this.#add(id);
        this.#slots[id] = slot + 1;
        return slot;
      }
      setPlace(slot, place) {
        for (let i = 0; i < 4; i++) this.#places[slot * 4 + i] = place[i] ?? 0;
        this.#flags[slot] = (this.#flags[slot] ?? 0) | hasPlace;
      }
      setHit(slot, covered) {
        const known = this.#flags[slot] ?? 0;
        const again = (known & hasHit) > 0 ? hasTwoHits : 0;
        this.#flags[slot] = known | hasHit | again | (covered ? isCovered : 0);
      }
      setArm(slot, arm, covered) {
        this.#arms.push(slot, arm * 2 + (covered ? 1 : 0));
      }
      incomplete() {
        for (let slot = 0; slot < this.#ids.length; slot++) {
          const flags = this.#flags[slot] ?? 0;
          if ((flags & hasHit) === 0) return "a place, but no count,";
          if ((flags & hasPlace) === 0) return "a count, but no place,";
          if ((flags & hasTwoHits) > 0) return "two counts";
        }
        return;
      }
      forEach(visit) {
        const places = this.#places;
        for (let slot = 0; slot < this.#ids.length; slot++) {
          const at = slot * 4;
          const covered = ((this.#flags[slot] ?? 0) & isCovered) !== 0;
          visit(places[at] ?? 0, places[at + 1] ?? 0, places[at + 2] ?? 0, places[at + 3] ?? 0, covered);
        }
      }
      forEachArm(visit) {
        const places = this.#places;
        for (let i = 0; i < this.#arms.length; i += 2) {
          const at = (this.#arms[i] ?? 0) * 4;
          const arm = this.#arms[i + 1] ?? 0;
          visit(places[at] ?? 0, places[at + 1] ?? 0, places[at + 2] ?? 0, places[at + 3] ?? 0, arm >> 1, (arm & 1) === 1);
        }
      }
      #slotOfName(name) {
        const known = this.#named.get(name);
        if (known !== void 0) return known;
        const slot = this.#add(-1);
        this.#named.set(name, slot);
        return slot;
      }
      #add(id) {
        const slot = this.#ids.push(id) - 1;
        if (slot >= this.#flags.length) {
          this.#flags = (0, enlarged.v)(this.#flags, slot + 1);
          this.#places = (0, enlarged.v)(this.#places, 4 * (slot + 1));
        }
        return slot;
      }
    }
    const istanbulFinal = {
      name: "istanbul-final",
      title: "Istanbul coverage-final.json",
      recognizes: ({text: text}) => /^\{\s*"[^"]*"\s*:\s*\{\s*"path"\s*:/.test(text) || /^\{/.test(text) && /"(statementMap|fnMap|branchMap)"\s*:\s*\{/.test(text),
      read: origin => jsonReport(origin, (json, coverage) => readFiles(json, coverage, origin))
    };
    const istanbul_final_keys = {
      path: word("path"),
      all: word("all"),
      data: word("data"),
      statementMap: word("statementMap"),
      fnMap: word("fnMap"),
      branchMap: word("branchMap"),
      s: word("s"),
      f: word("f"),
      b: word("b"),
      loc: word("loc"),
      decl: word("decl"),
      line: word("line"),
      locations: word("locations"),
      start: word("start"),
      end: word("end"),
      column: word("column")
    };
    function readFiles(json, coverage, {workspace: workspace}) {
      coverage.measuring("lines", "branches", "functions", "statements");
      const idle = new src_coverage.xN;
      const entry = {
        name: "",
        idle: false,
        statements: new IdTable,
        functions: new IdTable,
        branches: new IdTable
      };
      json.object();
      while (json.key()) {
        entry.name = json.name();
        entry.idle = false;
        for (const table of [ entry.statements, entry.functions, entry.branches ]) table.clear();
        readEntry(json, entry);
        const file = namedFile(entry.idle ? idle : coverage, entry.name, workspace);
        file.idle = entry.idle;
        settle(json, entry, file);
      }
      coverage.merge(idle);
      return [];
    }
    function readEntry(json, entry) {
      json.object();
      while (json.key()) if (json.is(istanbul_final_keys.statementMap)) readPlaces(json, entry.statements); else if (json.is(istanbul_final_keys.s)) readHits(json, entry.statements); else if (json.is(istanbul_final_keys.fnMap)) readDetails(json, entry.functions); else if (json.is(istanbul_final_keys.f)) readHits(json, entry.functions); else if (json.is(istanbul_final_keys.branchMap)) readDetails(json, entry.branches); else if (json.is(istanbul_final_keys.b)) readArms(json, entry.branches); else if (json.is(istanbul_final_keys.data)) readEntry(json, entry); else if (json.is(istanbul_final_keys.path)) entry.name = json.text(); else if (json.is(istanbul_final_keys.all)) entry.idle = json.flag(); else json.skip();
    }
    function readPlaces(json, table) {
      json.object();
      while (json.key()) {
        const slot = table.slotOf(json);
        readPlace(json);
        table.setPlace(slot, place);
      }
    }
    function readDetails(json, table) {
      json.object();
      while (json.key()) {
        const slot = table.slotOf(json);
        let rank = 0;
        let plainLine = 0;
        json.object();
        while (json.key()) if (json.is(istanbul_final_keys.loc)) {
          readPlace(json);
          table.setPlace(slot, place);
          rank = 3;
        } else if (rank < 2 && json.is(istanbul_final_keys.decl)) {
          readPlace(json);
          table.setPlace(slot, place);
          rank = 2;
        } else if (rank < 2 && json.is(istanbul_final_keys.locations)) {
          if (readFirstPlace(json)) {
            table.setPlace(slot, place);
            rank = 1;
          }
        } else if (json.is(istanbul_final_keys.line) && json.kind() === "0") plainLine = json.count(); else json.skip();
        if (rank === 0) table.setPlace(slot, [ plainLine, 0, plainLine, 0 ]);
      }
    }
    function readFirstPlace(json) {
      let first = true;
      json.array();
      while (json.element()) if (first && json.kind() === "{") {
        readPlace(json);
        first = false;
      } else json.skip();
      return !first;
    }
    const place = new Int32Array(4);
    const usualPlace = word('{"start":{"line":0,"column":0},"end":{"line":0,"column":0}}');
    function readPlace(json) {
      if (json.takes(usualPlace, place)) return;
      place.fill(0);
      json.object();
      while (json.key()) if (json.is(istanbul_final_keys.start)) readPoint(json, 0); else if (json.is(istanbul_final_keys.end)) readPoint(json, 2); else json.skip();
    }
    function readPoint(json, at) {
      json.object();
      while (json.key()) if (json.is(istanbul_final_keys.line)) place[at] = readOrdinal(json); else if (json.is(istanbul_final_keys.column)) place[at + 1] = readOrdinal(json); else json.skip();
    }
    function readOrdinal(json) {
      if (json.kind() === "0") return json.ordinal();
      json.skip();
      return 0;
    }
    function readHits(json, table) {
      json.object();
      while (json.key()) {
        const slot = table.slotOf(json);
        table.setHit(slot, readHit(json));
      }
    }
    function readHit(json) {
      if (json.kind() !== "n") return json.hit();
      json.skip();
      return false;
    }
    function readArms(json, table) {
      json.object();
      while (json.key()) {
        const slot = table.slotOf(json);
        let arm = 0;
        json.array();
        while (json.element()) table.setArm(slot, arm++, readHit(json));
        table.setHit(slot, false);
      }
    }
    function settle(json, entry, file) {
      const {statements: statements, functions: functions, branches: branches} = entry;
      for (const [what, table] of [ [ "statement", statements ], [ "function", functions ], [ "branch", branches ] ]) {
        const odd = table.incomplete();
        if (odd) json.fail(`has ${odd} for a ${what} of ${(0, quote.h)(entry.name)}; each has one place and one count`);
      }
      statements.forEach((line, column, endLine, endColumn, covered) => {
        if (line === 0) json.fail(`has a statement without a line in ${(0, quote.h)(entry.name)}`);
        file.statement(line, column, endLine, endColumn, covered);
        file.line(line, covered);
      });
      functions.forEach((line, column, endLine, endColumn, covered) => {
        file.function(`${line}:${column}-${endLine}:${endColumn}`, covered, "place");
      });
      branches.forEachArm((line, column, endLine, endColumn, arm, covered) => {
        file.branchAt(line, column, endLine, endColumn, arm, covered);
      });
    }
    const istanbulSummary = {
      name: "istanbul-summary",
      title: "Istanbul coverage-summary.json",
      recognizes: ({text: text}) => /^\{\s*\}\s*$/.test(text) || /^\{\s*"[\s\S]*?"(lines|branches|functions|statements)"\s*:\s*\{[^{}]*"(covered|total)"/.test(text),
      read: origin => jsonReport(origin, (json, coverage) => istanbul_summary_readFiles(json, coverage, origin))
    };
    const summaryMetrics = [ "lines", "branches", "functions", "statements" ];
    const istanbul_summary_words = summaryMetrics.map(metric => ({
      metric: metric,
      key: word(metric)
    }));
    const total = word("total");
    const covered = word("covered");
    const branchesTrue = word("branchesTrue");
    function istanbul_summary_readFiles(json, coverage, {workspace: workspace, path: path}) {
      let claims = {};
      json.object();
      while (json.key()) if (json.is(branchesTrue)) json.skip(); else if (json.is(total)) claims = istanbul_summary_readSummary(json, "total"); else {
        const name = json.name();
        const file = namedFile(coverage, name, workspace);
        for (const [metric, count] of entriesOf(istanbul_summary_readSummary(json, name))) {
          coverage.measured.add(metric);
          file.add(metric, count);
        }
      }
      return settleClaims(claims, coverage, path);
    }
    function entriesOf(summary) {
      return summaryMetrics.flatMap(metric => {
        const count = summary[metric];
        return count ? [ [ metric, count ] ] : [];
      });
    }
    function istanbul_summary_readSummary(json, file) {
      const summary = {};
      json.object();
      while (json.key()) {
        const known = istanbul_summary_words.find(({key: key}) => json.is(key));
        if (known) summary[known.metric] = istanbul_summary_readCount(json, known.metric, file); else json.skip();
      }
      return summary;
    }
    function istanbul_summary_readCount(json, metric, file) {
      const count = {
        covered: Number.NaN,
        total: Number.NaN
      };
      json.object();
      while (json.key()) if (json.is(covered)) count.covered = json.integer(); else if (json.is(total)) count.total = json.integer(); else json.skip();
      if (!(count.covered >= 0 && count.covered <= count.total)) json.fail(`has ${count.covered} of ${count.total} ${metric} covered in ${(0, 
      quote.h)(file)}`);
      return count;
    }
    const jacoco = {
      name: "jacoco",
      title: "JaCoCo XML",
      recognizes: ({root: root}) => root === "report",
      read: origin => xmlReport(origin, jacoco_names, jacoco_readReport)
    };
    const jacoco_names = words("group", "package", "class", "sourcefile", "line", "counter", "name", "sourcefilename", "nr", "mi", "ci", "mb", "cb", "type", "missed", "covered", "method", "desc");
    const {name: jacoco_name, nr: nr, mi: mi, ci: ci, mb: mb, cb: cb, type: type, missed: missed, covered: jacoco_covered} = jacoco_names;
    const counted = [ "lines", "branches", "functions", "instructions" ];
    const types = new Map([ [ "LINE", 0 ], [ "BRANCH", 1 ], [ "METHOD", 2 ], [ "INSTRUCTION", 3 ] ]);
    const isNumber = /^\d+$/;
    const inLine = {
      number: 2,
      hits: 3,
      missed: 4,
      taken: 5
    };
    const jacoco_line1 = wordOf("<lin");
    const jacoco_line2 = wordOf("e nr");
    const nr1 = wordOf('nr="');
    const mi1 = wordOf('" mi');
    const mi2 = wordOf('mi="');
    const ci1 = wordOf('" ci');
    const ci2 = wordOf('ci="');
    const mb1 = wordOf('" mb');
    const mb2 = wordOf('mb="');
    const cb1 = wordOf('" cb');
    const cb2 = wordOf('cb="');
    const jacoco_end = wordOf('"/>');
    const jacoco_lineForm = {
      element: "line",
      inside: [],
      size: 4,
      readUsual(bytes, view, from, {values: values, width: width}, first) {
        let at = from;
        for (let count = first; ;count++) {
          if (count === most) return count;
          at = afterBlanks(bytes, view, at);
          if ((view.getInt32(at, true) ^ jacoco_line1 | view.getInt32(at + 4, true) ^ jacoco_line2) !== 0) return count;
          if (view.getInt32(at + 6, true) !== nr1) return count;
          at += '<line nr="'.length;
          const nr = digitsAt(bytes, at);
          at += nr & 15;
          if ((view.getInt32(at, true) ^ mi1 | view.getInt32(at + 2, true) ^ mi2) !== 0) return count;
          at += '" mi="'.length;
          const mi = digitsAt(bytes, at);
          at += mi & 15;
          if ((view.getInt32(at, true) ^ ci1 | view.getInt32(at + 2, true) ^ ci2) !== 0) return count;
          at += '" ci="'.length;
          const ci = digitsAt(bytes, at);
          at += ci & 15;
          if ((view.getInt32(at, true) ^ mb1 | view.getInt32(at + 2, true) ^ mb2) !== 0) return count;
          at += '" mb="'.length;
          const mb = digitsAt(bytes, at);
          at += mb & 15;
          if ((view.getInt32(at, true) ^ cb1 | view.getInt32(at + 2, true) ^ cb2) !== 0) return count;
          at += '" cb="'.length;
          const cb = digitsAt(bytes, at);
          at += cb & 15;
          if (((view.getInt32(at, true) ^ jacoco_end) & 16777215) !== 0) return count;
          if ((nr | mi | ci | mb | cb) < 0) return count;
          values[count * width + inLine.number] = nr >> 4;
          values[count * width + inLine.hits] = ci >> 4;
          values[count * width + inLine.missed] = mb >> 4;
          values[count * width + inLine.taken] = cb >> 4;
          at += '"/>'.length;
          values[count * width] = at;
        }
      },
      layoutOf: ({nr: nr = "", mi: mi = "0", ci: ci = "", mb: mb = "", cb: cb = ""}) => {
        if (![ nr, mi, ci, mb, cb ].every(value => isNumber.test(value))) return;
        return {
          kind: 0,
          numbers: {
            nr: [ 0 ],
            ci: [ 1 ],
            mb: [ 2 ],
            cb: [ 3 ]
          }
        };
      }
    };
    const inCounter = {
      missed: 2,
      covered: 3
    };
    const counterForm = {
      element: "counter",
      inside: [],
      size: 2,
      layoutOf: ({type: type = "", missed: missed = "", covered: covered = ""}) => {
        if (![ missed, covered ].every(value => isNumber.test(value))) return;
        return {
          kind: types.get(type) ?? -1,
          numbers: {
            missed: [ 0 ],
            covered: [ 1 ]
          }
        };
      }
    };
    function jacoco_readReport(xml, {path: path}) {
      const coverage = (new src_coverage.xN).measuring("lines", "branches");
      const reading = {
        xml: xml,
        coverage: coverage,
        lines: new Rows(jacoco_lineForm),
        counters: new Rows(counterForm),
        silent: false
      };
      const claims = [];
      xml.nextOpen();
      const report = xml.text(jacoco_name) ?? "";
      while (xml.nextOpen()) if (xml.name === jacoco_names.group) readGroup(reading, xml.text(jacoco_name) ?? ""); else if (xml.name === jacoco_names.package) readPackage(reading, report); else if (xml.name === jacoco_names.counter) addCounter(xml, claims);
      const claimed = Object.fromEntries(counted.map((metric, i) => [ metric, jacoco_countOf(claims, i) ]));
      const remarks = settleClaims(claimed, coverage, path);
      if (reading.silent) remarks.push("does not say of all files which lines are covered; how many are is taken from its counters.");
      return {
        coverage: coverage,
        remarks: remarks
      };
    }
    function readGroup(reading, module) {
      const {xml: xml} = reading;
      const depth = xml.depth;
      while (xml.nextOpen(depth)) if (xml.name === jacoco_names.group) readGroup(reading, `${module}/${xml.text(jacoco_name)}`); else if (xml.name === jacoco_names.package) readPackage(reading, module);
    }
    function readPackage(reading, module) {
      const {xml: xml, coverage: coverage} = reading;
      const depth = xml.depth;
      const folder = xml.text(jacoco_name) ?? "";
      const pathOf = file => folder ? `${folder}/${file}` : file;
      const classes = {
        bySource: new Map,
        byName: new Map,
        tell: false
      };
      let sources = 0;
      while (xml.nextOpen(depth)) if (xml.name === jacoco_names.class) jacoco_readClass(reading, classes); else if (xml.name === jacoco_names.sourcefile) {
        const name = xml.text(jacoco_names.name) ?? "";
        const file = coverage.file(pathOf(name), module);
        jacoco_addCounts(coverage, file, readSourceFile(reading, file), classes.bySource.get(name));
        classes.bySource.delete(name);
        sources++;
      }
      const hidden = classes.tell || sources === 0 ? classes.byName : [];
      for (const its of [ classes.bySource, hidden ]) for (const [name, counters] of its) jacoco_addCounts(coverage, coverage.file(pathOf(name), module), counters);
    }
    function jacoco_readClass(reading, classes) {
      const {xml: xml} = reading;
      const depth = xml.depth;
      const counters = countersOf(xml, classes);
      while (xml.nextOpen(depth)) if (xml.name === jacoco_names.counter) readCounters(reading, counters); else passMethod(reading);
    }
    function passMethod({xml: xml, counters: counters}) {
      const depth = xml.depth;
      do {
        while (xml.readRows(counters, depth) > 0) ;
      } while (xml.nextOpen(depth));
    }
    function countersOf(xml, classes) {
      const source = xml.text(jacoco_names.sourcefilename);
      classes.tell ||= source !== void 0;
      const known = source === void 0 ? classes.byName : classes.bySource;
      const key = source ?? (xml.text(jacoco_name) ?? "").replace(/^.*\//, "");
      const counters = known.get(key) ?? [];
      known.set(key, counters);
      return counters;
    }
    function readSourceFile(reading, file) {
      const {xml: xml} = reading;
      const depth = xml.depth;
      const counters = [];
      const silent = [];
      let told = 0;
      do {
        if (xml.name === jacoco_names.line) {
          const number = jacoco_readLine(xml, file);
          if (number === void 0) told++; else silent.push(number);
        } else if (xml.name === jacoco_names.counter) readCounters(reading, counters);
        told += jacoco_readLines(reading, depth, file);
      } while (xml.nextOpen(depth));
      const isCounted = told === 0 && silent.length > 0 && jacoco_countOf(counters, 0) !== void 0;
      reading.silent ||= isCounted;
      if (!isCounted) for (const number of silent) file.line(number, false);
      return counters;
    }
    function jacoco_readLine(xml, file) {
      const number = xml.integer(nr);
      if (number === void 0) xml.fail("has a <line> without nr");
      const tells = xml.has(ci) || xml.has(mi);
      if (tells) file.line(number, xml.positive(ci));
      const taken = xml.integer(cb) ?? 0;
      const branches = taken + (xml.integer(mb) ?? 0);
      if (branches > 0) file.branches(number, taken, branches);
      xml.skip();
      return tells ? void 0 : number;
    }
    function jacoco_readLines({xml: xml, lines: lines}, depth, file) {
      const {values: values, width: width} = lines;
      for (let sum = 0; ;) {
        const count = xml.readRows(lines, depth);
        if (count === 0) return sum;
        sum += count;
        file.lines(values, width, count, inLine.number, inLine.hits);
        for (let at = 0; at < count * width; at += width) {
          const taken = values[at + inLine.taken] ?? 0;
          const branches = taken + (values[at + inLine.missed] ?? 0);
          if (branches > 0) file.branches(values[at + inLine.number] ?? 0, taken, branches);
        }
      }
    }
    function readCounters({xml: xml, counters: rows}, counters) {
      const depth = xml.depth - 1;
      addCounter(xml, counters);
      xml.skip();
      const {values: values, width: width} = rows;
      for (;;) {
        const count = xml.readRows(rows, depth);
        if (count === 0) return;
        for (let at = 0; at < count * width; at += width) {
          const index = values[at + ofRow.kind] ?? -1;
          if (index < 0) continue;
          addCount(counters, index, values[at + inCounter.covered] ?? 0, values[at + inCounter.missed] ?? 0);
        }
      }
    }
    function addCounter(xml, counters) {
      const index = types.get(xml.text(type) ?? "");
      if (index === void 0) return;
      const hit = xml.integer(jacoco_covered) ?? 0;
      addCount(counters, index, hit, xml.integer(missed) ?? 0);
    }
    function addCount(counters, index, hit, missing) {
      counters[index * 2] = (counters[index * 2] ?? 0) + hit;
      counters[index * 2 + 1] = (counters[index * 2 + 1] ?? 0) + hit + missing;
    }
    function jacoco_countOf(counters, index) {
      const covered = counters[index * 2];
      const total = counters[index * 2 + 1];
      return covered === void 0 || total === void 0 ? void 0 : {
        covered: covered,
        total: total
      };
    }
    function jacoco_addCounts(coverage, file, own, ofClasses = []) {
      counted.forEach((metric, i) => {
        const count = jacoco_countOf(own, i) ?? jacoco_countOf(ofClasses, i);
        if (count === void 0) return;
        coverage.measured.add(metric);
        if (file.count(metric).total === 0) file.add(metric, count);
      });
    }
    const lcov = {
      name: "lcov",
      title: "lcov",
      recognizes: ({text: text}) => /^(#[^\n]*\n\s*)*(TN|SF):/.test(text),
      read(origin) {
        const opened = openText(origin.file);
        try {
          return readTracefile(new TextLines(opened), origin);
        } finally {
          opened.close();
        }
      }
    };
    const lcov_largest = 2147483647;
    const mostDigits = 9;
    const lcov_LF = 10;
    const lcov_CR = 13;
    const lcov_COMMA = 44;
    const lcov_DASH = 45;
    const lcov_ZERO = 48;
    const lcov_NINE = 57;
    const lcov_COLON = 58;
    const A = 65;
    const B = 66;
    const D = 68;
    const F = 70;
    const H = 72;
    const L = 76;
    const N = 78;
    const R = 82;
    const S = 83;
    const T = 84;
    const E = 101;
    function readTracefile(lines, {workspace: workspace, path: path}) {
      const coverage = (new src_coverage.xN).measuring("lines");
      const reading = {
        lines: lines,
        coverage: coverage,
        workspace: workspace,
        file: void 0,
        records: 0,
        functions: new Map,
        claimed: new Map,
        unknown: new Map
      };
      while (lines.fill()) for (let at = 0; at < lines.limit; ) at = lcov_readLine(reading, at);
      if (reading.file) lines.cutOff("inside a record: the last end_of_record is missing");
      return {
        coverage: coverage,
        remarks: [ ...settled(reading, path), ...passedOver(reading) ]
      };
    }
    function lcov_readLine(reading, at) {
      const {bytes: bytes} = reading.lines;
      const first = bytes[at];
      const second = bytes[at + 1];
      const third = bytes[at + 2];
      if (first === D && second === A && third === lcov_COLON) return lcov_readHits(reading, at);
      const isArm = first === B && second === R && third === D && bytes[at + 3] === A;
      if (isArm && bytes[at + 4] === lcov_COLON) return readArm(reading, at);
      if (first === S && second === F && third === lcov_COLON) return beginRecord(reading, at, at + 3);
      if (first === T && second === N && third === lcov_COLON) return reading.lines.endOf(at) + 1;
      if (first === E && isEnd(reading.lines, at)) return endRecord(reading, at);
      const isTotal = third === F || third === H || third === lcov_COLON;
      const next = isTotal ? readTotal(reading, at) : -1;
      if (next > 0) return next;
      if (first === F && second === N) return readFunction(reading, at);
      return lcov_readOther(reading, at);
    }
    function lcov_readHits({lines: lines, file: file}, start) {
      if (!file) return lines.fail(start, "a record, begun by SF:");
      const next = readPlainHits(lines.bytes, start, lines.limit, file);
      if (next > start) return next;
      const [, line, hits = ""] = /^DA:(\d+),([^,]*)/.exec(lines.rest(start)) ?? [];
      const covered = isHit(hits.trim());
      if (covered === void 0 || Number(line) > lcov_largest) return lines.fail(start, "DA:<line>,<hits>");
      file.line(Number(line), covered);
      return lines.endOf(start) + 1;
    }
    const rows = new Int32Array(1024);
    function readPlainHits(bytes, from, limit, file) {
      let start = from;
      let size = 0;
      while (start < limit && size < rows.length) {
        if (bytes[start] !== D || bytes[start + 1] !== A || bytes[start + 2] !== lcov_COLON) break;
        let at = start + 3;
        let line = 0;
        let byte = bytes[at] ?? 0;
        for (;byte >= lcov_ZERO && byte <= lcov_NINE; byte = bytes[++at] ?? 0) line = line * 10 + byte - lcov_ZERO;
        if (byte !== lcov_COMMA || at === start + 3 || at > start + 3 + mostDigits) break;
        const ofHits = ++at;
        let nonzero = 0;
        byte = bytes[at] ?? 0;
        for (;byte >= lcov_ZERO && byte <= lcov_NINE; byte = bytes[++at] ?? 0) nonzero |= byte & 15;
        if (byte === lcov_CR && at > ofHits) byte = bytes[++at] ?? 0;
        if (byte !== lcov_LF || at === ofHits) break;
        rows[size] = line;
        rows[size + 1] = nonzero;
        size += 2;
        start = at + 1;
      }
      if (size > 0) file.lines(rows, 2, size / 2, 0, 1);
      return start;
    }
    function readArm(reading, start) {
      const {lines: lines, coverage: coverage, file: file} = reading;
      if (!file) return lines.fail(start, "a record, begun by SF:");
      coverage.measured.add("branches");
      const next = readPlainArms(lines.bytes, start, lines.limit, file);
      if (next > start) return next;
      const [, line, unreachable, block, arm = "", taken = ""] = /^BRDA:(\d{1,10}),[ef]?(U?)(\d{1,15}),(.*),\s*([^,]*)$/s.exec(lines.rest(start)) ?? [];
      const covered = isHit(taken);
      if (covered === void 0 || Number(line) > lcov_largest) return lines.fail(start, "BRDA:<line>,<block>,<branch>,<taken>");
      if (!unreachable) file.branch(Number(line), Number(block), armOf(arm), covered);
      return lines.endOf(start) + 1;
    }
    function readPlainArms(bytes, from, limit, file) {
      let start = from;
      let lastLine = 0;
      let arms = 0;
      while (start < limit) {
        if (bytes[start] !== B || bytes[start + 3] !== A || bytes[start + 4] !== lcov_COLON) break;
        if (bytes[start + 1] !== R || bytes[start + 2] !== D) break;
        let at = start + 5;
        let line = 0;
        let byte = bytes[at] ?? 0;
        for (;byte >= lcov_ZERO && byte <= lcov_NINE; byte = bytes[++at] ?? 0) line = line * 10 + byte - lcov_ZERO;
        if (byte !== lcov_COMMA || at === start + 5 || at > start + 5 + mostDigits) break;
        const ofBlock = ++at;
        let block = 0;
        byte = bytes[at] ?? 0;
        for (;byte >= lcov_ZERO && byte <= lcov_NINE; byte = bytes[++at] ?? 0) block = block * 10 + byte - lcov_ZERO;
        if (byte !== lcov_COMMA || at === ofBlock || at > ofBlock + mostDigits) break;
        const ofArm = ++at;
        let arm = 0;
        byte = bytes[at] ?? 0;
        for (;byte >= lcov_ZERO && byte <= lcov_NINE; byte = bytes[++at] ?? 0) arm = arm * 10 + byte - lcov_ZERO;
        if (byte !== lcov_COMMA || at === ofArm || at > ofArm + mostDigits || arm >= firstText) break;
        const ofTaken = ++at;
        let nonzero = 0;
        byte = bytes[at] ?? 0;
        for (;byte >= lcov_ZERO && byte <= lcov_NINE; byte = bytes[++at] ?? 0) nonzero |= byte & 15;
        if (byte === lcov_DASH && at === ofTaken) byte = bytes[++at] ?? 0;
        if (byte === lcov_CR && at > ofTaken) byte = bytes[++at] ?? 0;
        if (byte !== lcov_LF || at === ofTaken) break;
        if (block > 0 || arm > 1) file.branch(line, block, arm, nonzero !== 0); else {
          if (line !== lastLine && arms > 0) {
            file.firstArms(lastLine, arms);
            arms = 0;
          }
          lastLine = line;
          arms |= (nonzero > 0 ? 5 : 1) << arm;
        }
        start = at + 1;
      }
      if (arms > 0) file.firstArms(lastLine, arms);
      return start;
    }
    const firstText = 4096;
    const texts = new Map;
    function armOf(text) {
      const number = /^(0|[1-9]\d{0,3})$/.test(text) ? Number(text) : firstText;
      if (number < firstText) return number;
      const known = texts.get(text) ?? firstText + texts.size;
      texts.set(text, known);
      return known;
    }
    function readFunction(reading, start) {
      const {lines: lines, file: file, coverage: coverage} = reading;
      const {bytes: bytes} = lines;
      const third = bytes[start + 2];
      if (!file) return lines.fail(start, "a record, begun by SF:");
      coverage.measured.add("functions");
      let end = start;
      while (bytes[end] !== lcov_LF) end++;
      if (third === lcov_COLON) readDefinition(lines, start, end, file); else if (third === D && bytes[start + 3] === A) readCalls(lines, start, end, file); else readAliases(reading, start, file);
      return end + 1;
    }
    function readDefinition(lines, start, end, file) {
      const {bytes: bytes} = lines;
      const to = lines.trimmed(start, end);
      const comma = afterDigits(bytes, start + 3);
      const second = afterDigits(bytes, comma + 1);
      const hasLast = second > comma + 1 && bytes[second] === lcov_COMMA && second + 1 < to;
      const name = hasLast ? second + 1 : comma + 1;
      if (comma === start + 3 || bytes[comma] !== lcov_COMMA || name >= to) lines.fail(start, "FN:<line>,<name>");
      file.functionIn(bytes, name, to, false);
    }
    function readCalls(lines, start, end, file) {
      const {bytes: bytes} = lines;
      const from = start + 5;
      const to = lines.trimmed(start, end);
      const digits = afterDigits(bytes, from);
      const isZero = bytes[from] === lcov_ZERO;
      const isPlain = digits > from && bytes[digits] === lcov_COMMA && (!isZero || digits === from + 1);
      const comma = isPlain ? digits : bytes.indexOf(lcov_COMMA, from);
      const covered = isPlain ? !isZero : isHit(bytes.toString("latin1", from, Math.max(from, Math.min(comma, end))));
      if (comma < 0 || comma + 1 >= to || bytes[from - 1] !== lcov_COLON || covered === void 0) lines.fail(start, "FNDA:<hits>,<name>"); else file.functionIn(bytes, comma + 1, to, covered);
    }
    function afterDigits(bytes, from) {
      let at = from;
      for (let byte = bytes[at] ?? 0; byte >= lcov_ZERO && byte <= lcov_NINE; byte = bytes[++at] ?? 0) ;
      return at;
    }
    function readAliases({lines: lines, functions: functions}, start, file) {
      const text = lines.rest(start);
      const [, index, line] = /^FNL:(\d+),(\d+)(?:,\d+)?$/.exec(text) ?? [];
      if (index !== void 0 && line !== void 0) {
        functions.set(index, line);
        file.function(line, false, "place");
        return;
      }
      const [, of = "", hits = ""] = /^FNA:(\d+),([^,]+),./.exec(text) ?? [];
      const covered = isHit(hits);
      const place = functions.get(of);
      if (place !== void 0 && covered !== void 0) file.function(place, covered, "place"); else lines.fail(start, "FNL:<index>,<line> and then FNA:<index>,<hits>,<name>");
    }
    function readTotal({lines: lines, claimed: claimed}, start) {
      const {bytes: bytes} = lines;
      const name = totalAt(bytes, start);
      if (name === void 0) return -1;
      const from = start + name.length + 1;
      const digits = afterDigits(bytes, from);
      const end = lines.endOf(from);
      const value = Number(bytes.toString("latin1", from, digits === from ? end : digits));
      claimed.set(name, (claimed.get(name) ?? 0) + value);
      return end + 1;
    }
    function totalAt(bytes, start) {
      const first = bytes[start];
      const second = bytes[start + 1];
      const third = bytes[start + 2];
      if (first === L && third === lcov_COLON) return second === F ? "LF" : second === H ? "LH" : void 0;
      if (bytes[start + 3] !== lcov_COLON) return;
      if (first === B && second === R) return third === F ? "BRF" : third === H ? "BRH" : void 0;
      if (first === F && second === N) return third === F ? "FNF" : third === H ? "FNH" : void 0;
      return;
    }
    const passed = new Set([ "TN", "VER", "MCDC", "MCF", "MCH" ]);
    const lcov_counted = new Set([ "DA", "BRDA", "FN", "FNDA", "FNL", "FNA" ]);
    function lcov_readOther(reading, start) {
      const {lines: lines, unknown: unknown} = reading;
      const next = lines.endOf(start) + 1;
      const text = lines.rest(start);
      const colon = text.indexOf(":");
      const word = text.slice(0, Math.max(colon, 0));
      if (text === "" || text.startsWith("#") || passed.has(word)) return next;
      if (word === "SF") return beginRecord(reading, start, lines.bytes.indexOf(lcov_COLON, start) + 1);
      if (text === "end_of_record") endRecord(reading, start); else if (/^[A-Z]+$/.test(word) && !lcov_counted.has(word)) unknown.set(word, (unknown.get(word) ?? 0) + 1); else lines.fail(start, "a line of lcov");
      return next;
    }
    const endOfRecord = "end_of_record\n";
    const [end1 = 0, end2 = 0, end3 = 0, end4 = 0] = [ "end_", "of_r", "ecor", "ord\n" ].map(text => wordOf(text));
    function isEnd({view: view, limit: limit}, at) {
      if (at + endOfRecord.length > limit) return false;
      if (view.getInt32(at, true) !== end1 || view.getInt32(at + 4, true) !== end2) return false;
      return view.getInt32(at + 8, true) === end3 && view.getInt32(at + 10, true) === end4;
    }
    function endRecord(reading, start) {
      const {lines: lines, file: file} = reading;
      if (!file) lines.fail(start, "a record, begun by SF:");
      reading.file = void 0;
      return lines.endOf(start) + 1;
    }
    function beginRecord(reading, start, from) {
      const {lines: lines, coverage: coverage, workspace: workspace, functions: functions} = reading;
      const name = lines.rest(from);
      if (reading.file) lines.fail(start, "end_of_record");
      reading.file = namedFile(coverage, name, workspace);
      reading.records++;
      functions.clear();
      return lines.endOf(start) + 1;
    }
    function settled({coverage: coverage, records: records, claimed: claimed}, path) {
      if (records !== Array.from(coverage.files()).length) return [];
      const claim = (hit, found) => {
        const count = {
          covered: claimed.get(hit) ?? Number.NaN,
          total: claimed.get(found) ?? Number.NaN
        };
        return Number.isSafeInteger(count.total) && count.covered <= count.total ? count : void 0;
      };
      const claims = {
        lines: claim("LH", "LF"),
        branches: claim("BRH", "BRF"),
        functions: claim("FNH", "FNF")
      };
      return settleClaims(claims, coverage, path);
    }
    function passedOver({unknown: unknown}) {
      if (unknown.size === 0) return [];
      const words = Array.from(unknown, ([word, count]) => `${word} (${count})`).slice(0, 10);
      return [ `has lines that are not known here and were passed over: ${words.join(", ")}.` ];
    }
    const llvm = {
      name: "llvm",
      title: "LLVM coverage export",
      recognizes: ({text: text}) => /^\{/.test(text) && (/"llvm\.coverage\.json\.export"/.test(text) || /^\{\s*"data"\s*:\s*\[\s*\{\s*"(files|functions|totals)"\s*:/.test(text)),
      read: origin => jsonReport(origin, (json, coverage) => readExport(json, coverage, origin))
    };
    const llvm_keys = {
      data: word("data"),
      files: word("files"),
      totals: word("totals"),
      filename: word("filename"),
      segments: word("segments"),
      summary: word("summary"),
      count: word("count"),
      covered: word("covered")
    };
    const llvm_summaryMetrics = [ "lines", "functions", "regions", "branches" ];
    const llvm_words = llvm_summaryMetrics.map(metric => ({
      metric: metric,
      key: word(metric)
    }));
    function readExport(json, coverage, origin) {
      const remarks = [];
      json.object();
      while (json.key()) if (json.is(llvm_keys.data)) {
        json.array();
        while (json.element()) remarks.push(...readData(json, coverage, origin));
      } else json.skip();
      return remarks;
    }
    function readData(json, coverage, {workspace: workspace, path: path}) {
      let claims = {};
      json.object();
      while (json.key()) if (json.is(llvm_keys.totals)) claims = Object.fromEntries(llvm_readSummary(json, "totals")); else if (json.is(llvm_keys.files)) {
        json.array();
        while (json.element()) llvm_readFile(json, coverage, workspace);
      } else json.skip();
      return settleClaims(claims, coverage, path);
    }
    function llvm_readFile(json, coverage, workspace) {
      let name = "";
      let segments;
      let summary = new Map;
      json.object();
      while (json.key()) if (json.is(llvm_keys.filename)) name = json.text(); else if (json.is(llvm_keys.segments)) segments = readSegments(json); else if (json.is(llvm_keys.summary)) summary = llvm_readSummary(json, name); else json.skip();
      const file = namedFile(coverage, name, workspace);
      const isNew = file.count("lines").total === 0;
      for (const [metric, count] of summary) {
        coverage.measured.add(metric);
        if (metric !== "lines" || !segments) file.add(metric, count);
      }
      if (!segments) return;
      coverage.measured.add("lines");
      llvm_addLines(file, segments);
      const lines = isNew ? summary.get("lines") : void 0;
      if (lines && file.count("lines").total === 0) file.add("lines", lines); else file.countsLines(lines);
    }
    function readSegments(json) {
      const segments = [];
      json.array();
      while (json.element()) segments.push(readSegment(json, segments.at(-1)?.line ?? 0));
      return segments;
    }
    function readSegment(json, after) {
      const flags = [ false, false, false ];
      let size = 0;
      let line = 0;
      let covered = false;
      json.array();
      while (json.element()) {
        if (size === 0) line = json.count(); else if (size === 2) covered = json.hit(); else if (size > 2 && size < 6) flags[size - 3] = readFlag(json); else json.skip();
        size++;
      }
      if (size < 5 || line < after) json.fail("has a segment that is none, or before the one before it");
      const [hasCount = false, isEntry = false, isGap = false] = flags;
      return {
        line: line,
        covered: covered,
        hasCount: hasCount,
        isEntry: isEntry,
        isGap: isGap
      };
    }
    function readFlag(json) {
      return json.kind() === "0" ? json.hit() : json.flag();
    }
    const llvm_longest = 1e7;
    function llvm_addLines(file, segments) {
      let wrapped;
      for (let i = 0; i < segments.length; ) {
        const line = segments[i]?.line ?? 0;
        const from = i;
        while (i < segments.length && segments[i]?.line === line) i++;
        const own = segments.slice(from, i);
        addLine(file, line, wrapped, own);
        wrapped = own.at(-1);
        const next = Math.min(segments[i]?.line ?? 0, line + llvm_longest);
        if (wrapped?.hasCount) for (let on = line + 1; on < next; on++) file.line(on, wrapped.covered);
      }
    }
    function addLine(file, line, wrapped, own) {
      const starts = own.filter(({isGap: isGap, hasCount: hasCount, isEntry: isEntry}) => !isGap && hasCount && isEntry);
      const first = own[0];
      const startsSkipped = first !== void 0 && !first.hasCount && first.isEntry;
      const mapped = !startsSkipped && (wrapped?.hasCount === true || starts.length > 0);
      if (!mapped) return;
      file.line(line, wrapped?.covered && wrapped.hasCount || starts.some(({covered: covered}) => covered));
    }
    function llvm_readSummary(json, name) {
      const summary = new Map;
      json.object();
      while (json.key()) {
        const known = llvm_words.find(({key: key}) => json.is(key));
        if (known) summary.set(known.metric, llvm_readCount(json, known.metric, name)); else json.skip();
      }
      return summary;
    }
    function llvm_readCount(json, metric, name) {
      let covered = Number.NaN;
      let total = Number.NaN;
      json.object();
      while (json.key()) if (json.is(llvm_keys.covered)) covered = json.integer(); else if (json.is(llvm_keys.count)) total = json.integer(); else json.skip();
      if (covered >= 0 && covered <= total) return {
        covered: covered,
        total: total
      };
      return json.fail(`has ${covered} of ${total} ${metric} covered in ${(0, quote.h)(name)}`);
    }
    var marks = __nccwpck_require__(936);
    var wide = __nccwpck_require__(4507);
    const openCover = {
      name: "opencover",
      title: "OpenCover XML",
      recognizes: ({root: root}) => root === "opencover",
      read: origin => xmlReport(origin, opencover_names, opencover_readReport)
    };
    const opencover_names = words("Summary", "Module", "File", "Class", "Method", "Name", "FileRef", "SequencePoint", "BranchPoint", "skippedDueTo", "uid", "fullPath", "fileid", "vc", "sl", "sc", "el", "ec", "offset", "path", "numSequencePoints", "visitedSequencePoints", "numBranchPoints", "visitedBranchPoints", "numMethods", "visitedMethods");
    const {sl: sl, sc: sc, el: el, ec: ec, vc: vc} = opencover_names;
    const opencover_hidden = 16707566;
    const opencover_mostLines = 1e5;
    function opencover_readReport(xml, origin) {
      const reading = {
        coverage: (new src_coverage.xN).measuring("lines", "branches", "functions", "statements"),
        report: origin.path,
        workspace: origin.workspace,
        files: new Map,
        told: new marks.P(wide.I),
        numbers: new Map,
        wide: new wide.g,
        entries: [],
        branchPoints: 0
      };
      let claims = {};
      xml.nextOpen();
      while (xml.nextOpen()) if (xml.name === opencover_names.Summary && xml.depth === 2) claims = opencover_claimsOf(xml); else if (xml.name === opencover_names.Module) readModule(xml, reading);
      const {coverage: coverage} = reading;
      const remarks = tellEntries(claims, reading);
      return {
        coverage: coverage,
        remarks: [ ...remarks, ...settleClaims(claims, coverage, origin.path) ]
      };
    }
    function readModule(xml, reading) {
      const depth = xml.depth;
      if (xml.has(opencover_names.skippedDueTo)) {
        xml.skip();
        return;
      }
      reading.files.clear();
      reading.told = new marks.P(wide.I);
      while (xml.nextOpen(depth)) if (xml.name === opencover_names.File) {
        const path = (0, source_path.F)(xml.text(opencover_names.fullPath) ?? "", reading.workspace);
        reading.files.set(xml.text(opencover_names.uid) ?? "", reading.coverage.file(path));
      } else if (xml.name === opencover_names.Class && xml.has(opencover_names.skippedDueTo)) xml.skip(); else if (xml.name === opencover_names.Method) opencover_readMethod(xml, reading);
    }
    function opencover_readMethod(xml, reading) {
      const depth = xml.depth;
      if (xml.has(opencover_names.skippedDueTo)) {
        xml.skip();
        return;
      }
      let name = "";
      let file;
      let entry;
      while (xml.nextOpen(depth)) if (xml.name === opencover_names.Name) name = xml.readText(); else if (xml.name === opencover_names.FileRef) file = reading.files.get(xml.text(opencover_names.uid) ?? ""); else if (xml.name === opencover_names.SequencePoint) entry = opencover_readPoint(xml, name, file, entry, reading); else if (xml.name === opencover_names.BranchPoint) readBranch(xml, name, file, entry, reading);
      if (!entry) return;
      reading.entries.push(entry);
      entry.file.function(name, entry.covered, "method");
    }
    function opencover_fileOf(xml, ofMethod, {files: files}) {
      return files.get(xml.text(opencover_names.fileid) ?? "") ?? ofMethod;
    }
    function opencover_readPoint(xml, method, ofMethod, entry, reading) {
      const known = opencover_fileOf(xml, ofMethod, reading);
      const file = known ?? reading.coverage.file(reading.report);
      const line = xml.integer(sl);
      if (line === void 0 || line === opencover_hidden) return entry;
      const last = xml.integer(el) ?? line;
      if (last - line > opencover_mostLines) xml.fail(`has a <SequencePoint> of ${last - line} lines`);
      const covered = xml.positive(vc);
      const column = xml.integer(sc) ?? 0;
      const end = xml.integer(ec) ?? 0;
      const before = timesTold(reading, file, line, column, last, end);
      file.statement(line, column, last, end + before * beyondColumns, covered);
      if (known) for (let number = line; number <= last; number++) known.line(number, covered);
      if (!entry) return {
        file: file,
        method: method,
        line: line,
        covered: covered
      };
      return covered && !entry.covered ? {
        ...entry,
        covered: covered
      } : entry;
    }
    const beyondColumns = 1 << 20;
    function timesTold({told: told, numbers: numbers, wide: wide}, file, line, column, last, end) {
      const number = numbers.get(file) ?? numbers.size;
      numbers.set(file, number);
      told.find(number, wide.place(line, column), wide.place(last, end));
      return told.value++;
    }
    function readBranch(xml, method, ofMethod, entry, reading) {
      const {coverage: coverage, report: report} = reading;
      const file = opencover_fileOf(xml, ofMethod, reading) ?? entry?.file ?? coverage.file(report);
      reading.branchPoints++;
      const given = xml.integer(sl);
      const line = given === void 0 || given === opencover_hidden ? entry?.line ?? 0 : given;
      const offset = xml.integer(opencover_names.offset) ?? 0;
      const arm = xml.integer(opencover_names.path) ?? 0;
      const covered = xml.positive(vc);
      file.branchAt(line, offset, numberOf(method), 0, arm, covered);
    }
    const methods = new Map;
    function numberOf(method) {
      const known = methods.get(method) ?? methods.size;
      methods.set(method, known);
      return known;
    }
    function tellEntries({branches: branches}, {entries: entries, branchPoints: branchPoints}) {
      const counts = branches && branches.total !== branchPoints && branches.total === branchPoints + entries.length;
      if (!counts) return [];
      for (const {file: file, line: line, method: method, covered: covered} of entries) file.branchAt(line, 0, numberOf(method), 0, entryArm, covered);
      return [ "counts the entry of each method as a branch, as OpenCover does; so it is counted here." ];
    }
    const entryArm = 1 << 20;
    function opencover_claimsOf(xml) {
      const claim = (covered, total) => {
        if (!xml.has(total)) return;
        const found = {
          covered: xml.integer(covered) ?? 0,
          total: xml.integer(total) ?? 0
        };
        return found.covered >= 0 && found.covered <= found.total ? found : void 0;
      };
      return {
        statements: claim(opencover_names.visitedSequencePoints, opencover_names.numSequencePoints),
        branches: claim(opencover_names.visitedBranchPoints, opencover_names.numBranchPoints),
        functions: claim(opencover_names.visitedMethods, opencover_names.numMethods)
      };
    }
    const simplecov = {
      name: "simplecov",
      title: "SimpleCov JSON",
      recognizes: ({text: text}) => /^\{/.test(text) && (/"simplecov_version"\s*:/.test(text) || /"files"\s*:\s*\[\s*\{\s*"filename"\s*:\s*"[^"]*"\s*,\s*"covered_percent"/.test(text) || /^\{\s*"[^"]*"\s*:\s*\{\s*("timestamp"\s*:\s*\d+\s*,\s*)?"coverage"\s*:\s*\{/.test(text) || /^\{[\s\S]*"coverage"\s*:\s*\{\s*("[^"]*"\s*:\s*(\[|\{\s*"lines"\s*:\s*\[)|\})/.test(text)),
      read: origin => jsonReport(origin, (json, coverage) => readRoot(json, coverage, origin))
    };
    const simplecov_keys = {
      coverage: word("coverage"),
      files: word("files"),
      filename: word("filename"),
      lines: word("lines"),
      branches: word("branches"),
      methods: word("methods"),
      type: word("type"),
      name: word("name"),
      startLine: word("start_line"),
      endLine: word("end_line")
    };
    const tables = new Set([ "meta", "groups", "total", "errors" ]);
    function readRoot(json, coverage, {workspace: workspace}) {
      coverage.measuring("lines");
      json.object();
      while (json.key()) if (json.is(simplecov_keys.coverage)) simplecov_readFiles(json, coverage, workspace); else if (json.is(simplecov_keys.files) && json.kind() === "[") readList(json, coverage, workspace); else if (tables.has(json.name()) || json.kind() !== "{") json.skip(); else {
        json.object();
        while (json.key()) if (json.is(simplecov_keys.coverage)) simplecov_readFiles(json, coverage, workspace); else json.skip();
      }
      return [];
    }
    function simplecov_readFiles(json, coverage, workspace) {
      json.object();
      while (json.key()) simplecov_readFile(json, coverage, namedFile(coverage, json.name(), workspace));
    }
    function simplecov_readFile(json, coverage, file) {
      if (json.kind() === "[") {
        simplecov_readLines(json, file);
        return;
      }
      json.object();
      while (json.key()) if (json.is(simplecov_keys.lines) && json.kind() === "[") simplecov_readLines(json, file); else if (json.is(simplecov_keys.branches) && json.kind() === "{") {
        coverage.measured.add("branches");
        readConditions(json, file);
      } else if (json.is(simplecov_keys.branches) && json.kind() === "[") {
        coverage.measured.add("branches");
        readListed(json, (type, line, endLine, nth, covered) => {
          file.branchAt(line, 0, endLine, nth, simplecov_armOf(type), covered);
        });
      } else if (json.is(simplecov_keys.methods) && json.kind() === "{") {
        coverage.measured.add("functions");
        readMethods(json, file);
      } else if (json.is(simplecov_keys.methods) && json.kind() === "[") {
        coverage.measured.add("functions");
        readListed(json, (name, line, endLine, nth, covered) => {
          file.function(`${name}:${line}-${endLine}:${nth}`, covered);
        });
      } else json.skip();
    }
    function readList(json, coverage, workspace) {
      json.array();
      while (json.element()) {
        let file;
        json.object();
        while (json.key()) if (json.is(simplecov_keys.filename)) file = namedFile(coverage, json.text(), workspace); else if (!json.is(simplecov_keys.coverage)) json.skip(); else if (!file) json.fail("has the coverage of a file before its name"); else simplecov_readFile(json, coverage, file);
      }
    }
    function simplecov_readLines(json, file) {
      let line = 0;
      json.array();
      while (json.element()) {
        line++;
        const covered = simplecov_readHit(json);
        if (covered !== void 0) file.line(line, covered);
      }
    }
    function simplecov_readHit(json) {
      const kind = json.kind();
      if (kind === "0") return json.hit();
      const text = kind === '"' ? json.text() : void 0;
      if (text === void 0 && kind === "n") json.skip(); else if (text !== "ignored") return json.fail('has hits that are neither a number, null nor "ignored"');
      return;
    }
    function readConditions(json, file) {
      json.object();
      while (json.key()) {
        const condition = placeOf(json, json.name());
        json.object();
        while (json.key()) {
          const arm = placeOf(json, json.name());
          const covered = simplecov_readHit(json);
          if (covered === void 0) continue;
          const {line: line, column: column, endLine: endLine, endColumn: endColumn} = condition;
          const name = `${condition.type} ${arm.type} ${arm.line}:${arm.column}-${arm.endLine}:${arm.endColumn}`;
          file.branchAt(line, column, endLine, endColumn, simplecov_armOf(name), covered);
        }
      }
    }
    function placeOf(json, text) {
      const [, type, ...numbers] = /^\[:"?([^,]+?)"?, \d+, (\d{1,9}), (\d{1,9}), (\d{1,9}), (\d{1,9})\]$/.exec(text) ?? [];
      const [line = 0, column = 0, endLine = 0, endColumn = 0] = numbers.map(Number);
      if (type === void 0) return json.fail("has a branch that does not tell its type and place");
      return {
        type: type,
        line: line,
        column: column,
        endLine: endLine,
        endColumn: endColumn
      };
    }
    function readMethods(json, file) {
      json.object();
      while (json.key()) {
        const name = json.name().replace(/0x[\da-f]+/gi, "");
        const covered = simplecov_readHit(json);
        if (covered !== void 0) file.function(name, covered);
      }
    }
    function readListed(json, add) {
      const seen = new Map;
      json.array();
      while (json.element()) {
        let name = "";
        let line = 0;
        let endLine = 0;
        let covered;
        json.object();
        while (json.key()) if (json.is(simplecov_keys.type) || json.is(simplecov_keys.name)) name = json.text(); else if (json.is(simplecov_keys.startLine)) line = json.count(); else if (json.is(simplecov_keys.endLine)) endLine = json.count(); else if (json.is(simplecov_keys.coverage)) covered = simplecov_readHit(json); else json.skip();
        const key = `${name} ${line} ${endLine}`;
        const nth = seen.get(key) ?? 0;
        seen.set(key, nth + 1);
        if (covered !== void 0) add(name, line, endLine, nth, covered);
      }
    }
    const arms = new Map;
    function simplecov_armOf(name) {
      const known = arms.get(name) ?? arms.size;
      arms.set(name, known);
      return known;
    }
    const formats = [ lcov, go, jacoco, cobertura, clover, openCover, llvm, coveragePy, simplecov, istanbulFinal, istanbulSummary ];
    function formatOf(file) {
      const head = headOf(file);
      if (head.text === "") throw new failure.HR("is empty; the tool that writes it did not get to its end");
      const format = formats.find(one => one.recognizes(head));
      if (format) return format;
      const titles = formats.map(({title: title}) => title).join(", ");
      throw new failure.HR(`is in no format that is read here (${titles}); it begins with ${(0, 
      quote.h)(head.text, 40)}`);
    }
    const headSize = 64 * 1024;
    function headOf(file) {
      const opened = openText(file);
      try {
        const bytes = Buffer.alloc(headSize);
        let size = 0;
        for (let count = -1; count !== 0 && size < headSize; size += count) count = opened.read(bytes, size);
        const head = bytes.subarray(0, size);
        const text = head.toString("utf8").trimStart();
        return {
          text: text,
          root: text.startsWith("<") ? rootOf(rewound(head, opened)) : void 0
        };
      } finally {
        opened.close();
      }
    }
    function rewound(head, file) {
      let rest = head;
      return {
        ...file,
        read(into, at) {
          if (rest.length === 0) return file.read(into, at);
          const piece = rest.subarray(0, into.length - at);
          into.set(piece, at);
          rest = rest.subarray(piece.length);
          return piece.length;
        }
      };
    }
    const roots = words("report", "coverage", "CoverageSession", "generated", "clover");
    function rootOf(file) {
      const xml = new XmlReader(file, roots);
      if (xml.next() !== Open) return;
      if (xml.name === roots.report) return "report";
      if (xml.name === roots.CoverageSession) return "opencover";
      if (xml.name !== roots.coverage) return;
      return xml.has(roots.generated) || xml.has(roots.clover) ? "clover" : "coverage";
    }
    var thresholds = __nccwpck_require__(3233);
    const unnamed = "default";
    const reportLine = {
      async parse(given) {
        const {name: name = unnamed, value: value} = await (0, kinds.KT)(formattedGlob).parse(given);
        if ((0, thresholds.NI)(name)) throw new kinds.kO("lines whose name is not that of a metric", given);
        return {
          suite: name,
          ...value
        };
      }
    };
    const formattedGlob = {
      async parse(given) {
        const [, pattern = given, word] = /^(.*\S)\s+\(([\w-]+)\)$/.exec(given) ?? [];
        const format = formats.find(one => one.name === word);
        if (word !== void 0 && !format) {
          const known = formats.map(one => one.name).join(", ");
          throw new kinds.kO(`globs with one of these formats behind them: ${known}`, given);
        }
        return {
          glob: await find.TI.parse(pattern),
          format: format
        };
      }
    };
    function readSuites(lines, ifMissing, runner) {
      const bySuite = Map.groupBy(lines, line => line.suite);
      const suites = Array.from(bySuite, ([name, its]) => readSuite(name, its, ifMissing, runner));
      if (suites.every(({reports: reports}) => reports.length === 0)) throw new failure.HR('No line of "reports" matches a file, so there is nothing to gate; did the tests run in this job, with coverage?');
      return suites;
    }
    function readSuite(name, lines, ifMissing, runner) {
      const found = new Map;
      for (const line of lines) {
        const files = (0, find.lY)(line.glob, runner.workspace);
        if (files.length === 0) tellMissing(line.glob, ifMissing, runner);
        for (const file of files) found.set(file, line.format);
      }
      const coverages = Array.from(found, ([path, format]) => reports_readReport(path, format, runner));
      const coverage = together(`What ${(0, quote.h)(name)} says`, () => (0, src_coverage.Zu)(coverages));
      tellGuesses(name, coverage, runner);
      return {
        name: name,
        reports: [ ...found.keys() ],
        coverage: coverage
      };
    }
    function together(what, put) {
      try {
        return put();
      } catch (error) {
        throw error instanceof failure.HR ? new failure.HR(`${what} ${error.message}.`) : error;
      }
    }
    function wholeOf(suites) {
      return together("What the suites say", () => (0, src_coverage.Zu)(suites.map(({coverage: coverage}) => coverage)));
    }
    function tellMissing(pattern, ifMissing, runner) {
      const what = `No file matches ${(0, quote.h)(pattern)} of "reports".`;
      if (ifMissing === "skip") {
        runner.info(`${what} It is skipped.`);
        return;
      }
      const message = `${what} ${(0, find.Bz)(pattern, runner.workspace)}`;
      if (ifMissing === "fail") throw new failure.HR(message);
      runner.warning(message);
    }
    function reports_readReport(path, forced, runner) {
      const file = (0, external_node_path_.resolve)(runner.workspace, path);
      try {
        const format = forced ?? formatOf(file);
        const {coverage: coverage, remarks: remarks} = format.read({
          file: file,
          path: path,
          workspace: runner.workspace
        });
        runner.info(`Read ${(0, quote.h)(path)}: ${format.title}.`);
        for (const remark of remarks) runner.notice(`Report ${(0, quote.h)(path)} ${remark}`);
        if ((0, src_coverage.Im)(coverage.totals())) runner.notice(`Report ${(0, quote.h)(path)} holds nothing that can be covered.`);
        return coverage;
      } catch (error) {
        if (error instanceof failure.HR) throw new failure.HR(`Report ${(0, quote.h)(path)} ${error.message}.`);
        const isOfSystem = error instanceof Error && "syscall" in error;
        if (!isOfSystem) throw error;
        throw new failure.HR(`Report ${(0, quote.h)(path)} cannot be read: ${(0, failure.bD)(error)}.`);
      }
    }
    function tellGuesses(name, coverage, runner) {
      const files = new Map;
      for (const file of coverage.files()) for (const metric of file.guesses()) files.set(metric, (files.get(metric) ?? 0) + 1);
      if (files.size === 0) return;
      const counts = Array.from(files, ([metric, count]) => `${metric} of ${count} files`).join(", ");
      runner.notice(`In ${(0, quote.h)(name)} several reports give bare counts of the same files (${counts}). ` + "The better one was taken, which is at most what they cover together.");
    }
  }),
  4065: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      F: () => normalizePath,
      Z: () => isAbsolutePath
    });
    var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
    function normalizePath(path, workspace) {
      const slashed = isNormal.test(path) ? path : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path.replaceAll("\\", "/"));
      const folder = `${workspace.replaceAll("\\", "/").replace(/\/$/, "")}/`;
      return slashed.startsWith(folder) ? slashed.slice(folder.length) : slashed;
    }
    const isNormal = /^(?!\.{0,2}(\/|$))[^/\\]+(\/(?!\.{0,2}(\/|$))[^/\\]+)*$/;
    function isAbsolutePath(path) {
      return /^([a-zA-Z]:)?[\\/]/.test(path);
    }
  }),
  1362: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      A: () => reasonOf,
      Y: () => summaryOf
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9703);
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6588);
    var _coverage_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(607);
    var _judge_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8943);
    var _ratio_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6957);
    function summaryOf(verdict, about) {
      return [ `### ${titleOf(verdict, about)}`, failuresOf(verdict), suitesOf(verdict), groupsOf(verdict), patchOf(verdict, about.patchThreshold), deltaOf(verdict.delta), leastCovered(about.files) ].filter(part => part !== "").join("\n\n");
    }
    function reasonOf({failures: failures}) {
      const reasons = failures.slice(0, 10).map(({suite: suite, reason: reason}) => `${suite}: ${reason}`);
      const more = failures.length > 10 ? `; and ${failures.length - 10} more in the job summary` : "";
      return `The coverage gate is not met. ${reasons.join("; ")}${more}.`;
    }
    function titleOf(verdict, {name: name, patchThreshold: patchThreshold}) {
      const {passed: passed, suites: suites, groups: groups, patch: patch} = verdict;
      const of = name === "Coverage" ? "" : ` (${(0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.pj)(name)})`;
      if (!passed) return `❌ The coverage gate is not met${of}`;
      const gated = [ ...suites, ...groups ].some(({checks: checks}) => checks.length > 0);
      if (gated || patch && patchThreshold) return `✅ The coverage gate is met${of}`;
      return patch ? `Coverage of this pull request${of}` : `Coverage${of}`;
    }
    function failuresOf({failures: failures}) {
      const lines = failures.map(({suite: suite, reason: reason}) => `- ${(0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.pj)((0, 
      _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__.K)(suite))}: ${(0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.pj)((0, 
      _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__.K)(reason, 600))}`);
      return shortened(lines, 50).join("\n");
    }
    function suitesOf({suites: suites, overall: overall}) {
      const shown = shownOf(suites);
      const rows = suites.map(suite => rowOf(suite, shown));
      const all = [ "**All**", barOf(mainOf(overall)), ...shown.map(metric => amountOf(overall[metric])) ];
      return (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.tp)([ "Suite", "", ...shown.map(titleCase) ], suites.length > 1 ? [ ...rows, all ] : rows);
    }
    function groupsOf({groups: groups}) {
      if (groups.length === 0) return "";
      const shown = shownOf(groups);
      return (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.tp)([ "Path", "", ...shown.map(titleCase) ], groups.map(group => rowOf(group, shown)));
    }
    function shownOf(judged) {
      return _coverage_js__WEBPACK_IMPORTED_MODULE_0__.qd.filter(metric => judged.some(({totals: totals}) => totals[metric].total > 0));
    }
    function rowOf({name: name, hasReport: hasReport, totals: totals, checks: checks}, shown) {
      if (!hasReport) return [ `${(0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.pj)(name)} (no report)`, "", ...shown.map(() => "") ];
      return [ (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.pj)(name), barOf(mainOf(totals)), ...shown.map(metric => cellOf(metric, totals, checks)) ];
    }
    function cellOf(metric, totals, checks) {
      const amount = amountOf(totals[metric]);
      const check = checks.find(one => one.metric === metric);
      if (!check) return amount;
      const {threshold: threshold, count: count, passed: passed} = check;
      const asked = "least" in threshold ? `needs ${(0, _judge_js__WEBPACK_IMPORTED_MODULE_1__.b6)(threshold)} %` : `at most ${threshold.mostUncovered} uncovered`;
      const rest = count.total === totals[metric].total ? "" : `outside of the paths ${amountOf(count)}, `;
      return `${passed ? "✅" : "❌"} ${amount}<br>${rest}${asked}`;
    }
    function patchOf({patch: patch, failures: failures}, threshold) {
      if (!patch) return "";
      const isMet = !failures.some(({kind: kind}) => kind === "patch");
      const mark = threshold ? isMet ? "✅ " : "❌ " : "";
      const asked = threshold ? `, needs ${threshold.text} %` : "";
      const amount = patch.total === 0 ? `n/a: no changed line can be covered${asked}.` : `**${(0, 
      _ratio_js__WEBPACK_IMPORTED_MODULE_4__.pR)(patch)} %** (${patch.covered} of ${patch.total})${asked}.`;
      const short = patch.files.filter(file => uncoveredOf(file) > 0);
      const worst = short.toSorted((a, b) => uncoveredOf(b) - uncoveredOf(a));
      const rows = worst.slice(0, 30).map(patchRow);
      const unknown = shortened(patch.unknown.map(path => `- ${pathOf(path)}`), 20);
      return [ `#### ${mark}Changed lines: ${patch.missing === void 0 ? amount : `not known, ${(0, 
      _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.pj)(patch.missing)}.`}`, rows.length > 0 ? (0, 
      _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.tp)([ "File", "", "Covered", "Lines not covered" ], rows) : "", moreThan(short.length, 30, "files"), wholeOf(patch.files.length - short.length), unknown.length > 0 ? `Changed source files that no report knows:\n${unknown.join("\n")}` : "" ].filter(part => part !== "").join("\n\n");
    }
    function wholeOf(files) {
      if (files === 0) return "";
      return files === 1 ? "One changed file is covered whole." : `${files} changed files are covered whole.`;
    }
    function patchRow(file) {
      return [ pathOf(file.path), barOf(file), amountOf(file), shortRanges(file.uncovered) ];
    }
    function shortRanges(ranges) {
      const said = ranges.slice(0, 10).map(({from: from, to: to}) => from === to ? `${from}` : `${from}–${to}`);
      return [ ...said, ...ranges.length > 10 ? [ `and ${ranges.length - 10} more` ] : [] ].join(", ");
    }
    function deltaOf(delta) {
      if (!delta) return "";
      const rows = delta.metrics.map(({metric: metric, before: before, now: now}) => [ titleCase(metric), amountOf(before), amountOf(now), `${(0, 
      _ratio_js__WEBPACK_IMPORTED_MODULE_4__.C2)(before, now)}` ]);
      const lines = delta.newlyUncovered === 1 ? "line is" : "lines are";
      const at = /^[\da-f]{40}$/.test(delta.commit) ? ` (${delta.commit.slice(0, 7)})` : "";
      return [ `#### Against the baseline${at}`, rows.length > 0 ? (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.tp)([ "", "Before", "Now", "Points" ], rows) : "It has no metric in common.", delta.newlyUncovered === void 0 ? "" : `${delta.newlyUncovered} ${lines} not covered that were covered or not there before.` ].filter(part => part !== "").join("\n\n");
    }
    const mostFiles = 10;
    function leastCovered(files) {
      const worst = [];
      let short = 0;
      for (const file of files) {
        const count = countOf(file);
        const uncovered = uncoveredOf(count);
        if (uncovered === 0) continue;
        short++;
        const better = worst.findIndex(other => uncoveredOf(other) < uncovered);
        if (better < 0 && worst.length === mostFiles) continue;
        worst.splice(better < 0 ? worst.length : better, 0, {
          path: file.path,
          ...count
        });
        if (worst.length > mostFiles) worst.pop();
      }
      if (short === 0) return "";
      const rows = worst.map(file => [ pathOf(file.path), barOf(file), amountOf(file), `${uncoveredOf(file)}` ]);
      return [ "<details><summary>Files with the most that is not covered</summary>", (0, 
      _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.tp)([ "File", "", "Covered", "Not covered" ], rows), moreThan(short, mostFiles, "files"), "</details>" ].filter(part => part !== "").join("\n\n");
    }
    function countOf(file) {
      const lines = file.count("lines");
      return lines.total > 0 ? lines : file.count("statements");
    }
    function mainOf({lines: lines, statements: statements}) {
      return lines.total > 0 ? lines : statements;
    }
    function uncoveredOf({covered: covered, total: total}) {
      return total - covered;
    }
    function amountOf(count) {
      if (count.total === 0) return "n/a";
      return `**${(0, _ratio_js__WEBPACK_IMPORTED_MODULE_4__.pR)(count)} %** (${count.covered} of ${count.total})`;
    }
    function barOf({covered: covered, total: total}) {
      if (total === 0) return "";
      const full = Math.floor(covered * 10 / total);
      return `${"█".repeat(full)}${"░".repeat(10 - full)}`;
    }
    function pathOf(path) {
      return (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.aY)(path.length > 150 ? `…${path.slice(-149)}` : path);
    }
    function shortened(lines, most) {
      const more = lines.length - most;
      return more > 0 ? [ ...lines.slice(0, most), `- and ${more} more` ] : [ ...lines ];
    }
    function moreThan(count, most, what) {
      return count > most ? `And ${count - most} more ${what}.` : "";
    }
    function titleCase(word) {
      return word.charAt(0).toUpperCase() + word.slice(1);
    }
  }),
  3233: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      NI: () => isMetric,
      XC: () => planOf,
      pw: () => thresholds
    });
    var kinds = __nccwpck_require__(2023);
    var failure = __nccwpck_require__(986);
    var quote = __nccwpck_require__(6588);
    var dist = __nccwpck_require__(7934);
    function yaml(shape, expected) {
      return {
        async parse(given) {
          const result = (0, dist.xLC)(shape, await readYaml(given, expected));
          if (result.success) return result.output;
          const issue = result.issues[0];
          const path = (0, dist.BuJ)(issue);
          throw new kinds.kO(path ? `${expected}; at "${path}": ${issue.message}` : expected);
        }
      };
    }
    async function readYaml(given, expected) {
      try {
        return JSON.parse(given);
      } catch {}
      const {parse: parse} = await __nccwpck_require__.e(815).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8815, 19));
      try {
        return parse(given, {
          maxAliasCount: 100,
          logLevel: "error"
        });
      } catch (error) {
        const [reason] = String(error instanceof Error ? error.message : error).split("\n");
        throw new kinds.kO(`${expected}; as YAML it cannot be read: ${reason?.replace(/:$/, "")}`);
      }
    }
    var coverage = __nccwpck_require__(607);
    var find = __nccwpck_require__(5899);
    var ratio = __nccwpck_require__(6957);
    const expected = "a number (percent of lines), or YAML that maps metrics, suites, paths and globs to numbers";
    const thresholds = {
      async parse(given) {
        const read = await yaml((0, dist.L5J)(), expected).parse(given);
        if (!isMap(read)) return {
          everywhere: askedOf(read, ""),
          named: new Map
        };
        const {global: global = {}, ...rest} = read;
        if (!isMap(global)) throw new kinds.kO(`${expected}; "global" is a map of metrics`, "global");
        const entries = Object.entries(rest);
        const common = Object.fromEntries(entries.filter(([key]) => isSetting(key)));
        const others = entries.filter(([key]) => !isSetting(key));
        for (const [key] of others) if (isPath(key)) await find.TI.parse(key);
        return {
          everywhere: askedOf({
            ...common,
            ...global
          }, ""),
          named: new Map(others.map(([key, value]) => [ key, askedOf(value, key) ]))
        };
      }
    };
    function planOf(given, suites) {
      const named = [ ...given?.named ?? [] ];
      const groups = named.filter(([name]) => !suites.includes(name));
      const stranger = groups.find(([name]) => !isPath(name))?.[0];
      if (stranger !== void 0) {
        const known = `the metrics are ${coverage.qd.join(", ")}; the suites of "reports" are ${suites.join(", ")}`;
        throw new failure.dz(`Input "thresholds" has ${(0, quote.h)(stranger)}, which is neither a metric nor a suite: ${known}. ` + 'A path has a slash or a dot in it: "./src/".');
      }
      return {
        everywhere: given?.everywhere ?? {
          gate: new Map,
          perFile: false
        },
        suites: new Map(named.flatMap(([name, {gate: gate}]) => suites.includes(name) ? [ [ name, gate ] ] : [])),
        groups: new Map(groups)
      };
    }
    function isPath(name) {
      return /[/\\.*]/.test(name);
    }
    function askedOf(value, path) {
      if (!isMap(value)) return {
        gate: new Map([ [ "lines", thresholdOf(value, path) ] ]),
        perFile: false
      };
      const {perFile: perFile = false, 100: everything = false, ...ofMetrics} = value;
      for (const [key, it] of Object.entries({
        perFile: perFile,
        100: everything
      })) if (typeof it !== "boolean") throw new kinds.kO(`${expected}; "${key}" is true or false`, path);
      const whole = everything === true ? hundredOfEach() : [];
      const entries = Object.entries(ofMetrics).map(([key, threshold]) => {
        const at = path ? `${path}.${key}` : key;
        if (!isMetric(key)) throw new kinds.kO(`${expected}; the metrics are ${coverage.qd.join(", ")}`, at);
        return [ key, thresholdOf(threshold, at) ];
      });
      return {
        gate: new Map([ ...whole, ...entries ]),
        perFile: perFile === true
      };
    }
    function hundredOfEach() {
      const least = {
        text: "100",
        units: 100n,
        scale: 1n
      };
      const four = [ "lines", "branches", "functions", "statements" ];
      return four.map(metric => [ metric, {
        least: least
      } ]);
    }
    function thresholdOf(value, path) {
      const text = String(value).replace(/\s*%$/, "").trim();
      const simple = typeof value === "number" || typeof value === "string";
      const percentage = simple ? (0, ratio.A3)(text) : void 0;
      if (percentage) return {
        least: percentage
      };
      if (simple && /^-\d{1,15}$/.test(text)) return {
        mostUncovered: -Number(text)
      };
      throw new kinds.kO("a percentage from 0 to 100, or a negative whole number (at most that many uncovered)", path ? `${path}: ${JSON.stringify(value)}` : void 0);
    }
    function isMap(value) {
      return typeof value === "object" && value !== null && !Array.isArray(value);
    }
    function isSetting(word) {
      return isMetric(word) || word === "perFile" || word === "100";
    }
    function isMetric(word) {
      return coverage.qd.some(metric => metric === word);
    }
  }),
  4507: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      I: () => placeShift,
      g: () => WideNumbers
    });
    const columnBits = 12;
    const placeShift = columnBits;
    class WideNumbers {
      #numbers=new Map;
      #texts=[];
      place(line, column) {
        const fits = line < 1 << 31 - columnBits && column < 1 << columnBits;
        return fits ? line << columnBits | column : this.keep(`${line}:${column}`);
      }
      lineOf(place) {
        return place < 0 ? Number.parseInt(this.textOf(place), 10) : place >> columnBits;
      }
      pair(first, second) {
        return first < 1 << 22 && second < 1 << 9 ? first << 9 | second : this.keep(`${first}+${second}`);
      }
      keep(text) {
        const known = this.#numbers.get(text);
        if (known !== void 0) return known;
        const number = ~this.#texts.length;
        this.#numbers.set(text, number);
        this.#texts.push(text);
        return number;
      }
      textOf(number) {
        return this.#texts[~number] ?? "";
      }
      adopt(number, others) {
        return number < 0 ? this.keep(others.textOf(number)) : number;
      }
    }
  }),
  986: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      HR: () => Failure,
      bD: () => messageOf,
      cJ: () => Cancelled,
      dz: () => InputError
    });
    class Failure extends Error {
      name="Failure";
    }
    class InputError extends Failure {
      name="InputError";
    }
    class Cancelled extends Failure {
      name="Cancelled";
      constructor(message = "The job was cancelled.") {
        super(message);
      }
    }
    function messageOf(thrown) {
      return thrown instanceof Error ? thrown.message : String(thrown);
    }
  }),
  2023: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      Jt: () => flag,
      KT: () => named,
      Qq: () => text,
      kO: () => Unusable,
      p0: () => duration,
      p_: () => list,
      rJ: () => secret,
      yL: () => oneOf
    });
    class Unusable extends Error {
      name="Unusable";
      expected;
      part;
      constructor(expected, part) {
        super(`must be ${expected}`);
        this.expected = expected;
        this.part = part;
      }
    }
    const text = {
      parse: given => given
    };
    const secret = {
      secret: true,
      parse(given) {
        if (!/^[\x20-\x7E]*$/.test(given)) throw new Unusable("one line of ASCII characters");
        return given;
      }
    };
    const flag = {
      parse(given) {
        if (/^(true|True|TRUE)$/.test(given)) return true;
        if (/^(false|False|FALSE)$/.test(given)) return false;
        throw new Unusable("true or false");
      }
    };
    const milliseconds = {
      ms: 1,
      s: 1e3,
      m: 6e4,
      h: 36e5
    };
    const longestDuration = 2 ** 31 - 1;
    const duration = {
      parse(given) {
        if (!/^(\d+(\.\d+)?|(\d+(\.\d+)?(ms|s|m|h))+)$/.test(given)) throw new Unusable("a duration such as 500ms, 30s, 5m or 1h");
        const parts = [ ...given.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)?/g) ];
        const total = parts.reduce((sum, [, count, unit]) => sum + Number(count) * milliseconds[unit ?? "s"], 0);
        if (total > longestDuration) throw new Unusable("a duration of at most 24 days");
        return Math.round(total);
      }
    };
    function oneOf(...words) {
      return {
        parse(given) {
          const word = words.find(one => one === given);
          if (word === void 0) throw new Unusable(`one of ${words.join(", ")}`);
          return word;
        }
      };
    }
    function list(item) {
      return {
        ...item.secret && {
          secret: true
        },
        async parse(given) {
          const lines = given.split(/\r\n|\r|\n/).map(line => line.trim()).filter(line => line !== "" && !line.startsWith("#"));
          if (lines.length === 0) throw new Unusable("at least one line that is not a comment");
          return Promise.all(lines.map(line => parseLine(item, line)));
        }
      };
    }
    async function parseLine(item, line) {
      try {
        return await item.parse(line);
      } catch (error) {
        if (error instanceof Unusable) throw new Unusable(error.expected, error.part ?? line);
        throw error;
      }
    }
    function named(item) {
      return {
        ...item.secret && {
          secret: true
        },
        async parse(given) {
          const [, name, rest] = /^([^\s:"'][^:"']*?)\s*:\s+(.*)$/.exec(given) ?? [];
          if (name === void 0 || rest === void 0) return {
            name: void 0,
            value: await parseLine(item, given)
          };
          return {
            name: name,
            value: await parseLine(item, rest)
          };
        }
      };
    }
  }),
  9703: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      aY: () => code,
      pj: () => plain,
      tp: () => table
    });
    function plain(text) {
      return text.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/[\\`*_{}[\]()#+!|~$-]/g, "\\$&").replace(/^\s*(\d*)([.=])/, "$1\\$2").replace(/@|#(?=\d)|\bGH(?=\\-\d)/gi, "$&​").replace(/:\/\//g, ":​//").replace(/www(?=\.)/gi, "$&​").trim();
    }
    function code(text) {
      const line = text.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/[\\`*_{}[\]()#+!|~$@:-]/g, character => `&#${character.codePointAt(0)};`).replace(/(www)\./gi, "$1&#46;").trim();
      return line === "" ? "" : `<code>${line}</code>`;
    }
    function table(head, rows) {
      const line = cells => `| ${cells.join(" | ")} |`;
      return [ line(head), line(head.map(() => "---")), ...rows.map(line) ].join("\n");
    }
  }),
  6588: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      K: () => excerpt,
      h: () => quote
    });
    function quote(text, most = 80) {
      return `"${excerpt(text, most)}"`;
    }
    function excerpt(text, most = 200) {
      const line = text.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|\p{Cf}/gu, "�").trim();
      const points = Array.from(line.slice(0, most * 2 + 2));
      return points.length > most ? `${points.slice(0, most - 1).join("")}…` : points.join("");
    }
  }),
  2613: (module => {
    module.exports = process.getBuiltinModule("assert");
  }),
  181: (module => {
    module.exports = process.getBuiltinModule("buffer");
  }),
  5317: (module => {
    module.exports = process.getBuiltinModule("child_process");
  }),
  6982: (module => {
    module.exports = process.getBuiltinModule("crypto");
  }),
  4434: (module => {
    module.exports = process.getBuiltinModule("events");
  }),
  9896: (module => {
    module.exports = process.getBuiltinModule("fs");
  }),
  8611: (module => {
    module.exports = process.getBuiltinModule("http");
  }),
  5692: (module => {
    module.exports = process.getBuiltinModule("https");
  }),
  9278: (module => {
    module.exports = process.getBuiltinModule("net");
  }),
  4589: (module => {
    module.exports = process.getBuiltinModule("node:assert");
  }),
  6698: (module => {
    module.exports = process.getBuiltinModule("node:async_hooks");
  }),
  4573: (module => {
    module.exports = process.getBuiltinModule("node:buffer");
  }),
  7540: (module => {
    module.exports = process.getBuiltinModule("node:console");
  }),
  7598: (module => {
    module.exports = process.getBuiltinModule("node:crypto");
  }),
  3053: (module => {
    module.exports = process.getBuiltinModule("node:diagnostics_channel");
  }),
  610: (module => {
    module.exports = process.getBuiltinModule("node:dns");
  }),
  8474: (module => {
    module.exports = process.getBuiltinModule("node:events");
  }),
  3024: (module => {
    module.exports = process.getBuiltinModule("node:fs");
  }),
  7067: (module => {
    module.exports = process.getBuiltinModule("node:http");
  }),
  2467: (module => {
    module.exports = process.getBuiltinModule("node:http2");
  }),
  4708: (module => {
    module.exports = process.getBuiltinModule("node:https");
  }),
  7030: (module => {
    module.exports = process.getBuiltinModule("node:net");
  }),
  8161: (module => {
    module.exports = process.getBuiltinModule("node:os");
  }),
  6760: (module => {
    module.exports = process.getBuiltinModule("node:path");
  }),
  643: (module => {
    module.exports = process.getBuiltinModule("node:perf_hooks");
  }),
  1708: (module => {
    module.exports = process.getBuiltinModule("node:process");
  }),
  1792: (module => {
    module.exports = process.getBuiltinModule("node:querystring");
  }),
  7075: (module => {
    module.exports = process.getBuiltinModule("node:stream");
  }),
  1692: (module => {
    module.exports = process.getBuiltinModule("node:tls");
  }),
  3136: (module => {
    module.exports = process.getBuiltinModule("node:url");
  }),
  7975: (module => {
    module.exports = process.getBuiltinModule("node:util");
  }),
  3429: (module => {
    module.exports = process.getBuiltinModule("node:util/types");
  }),
  5919: (module => {
    module.exports = process.getBuiltinModule("node:worker_threads");
  }),
  8522: (module => {
    module.exports = process.getBuiltinModule("node:zlib");
  }),
  857: (module => {
    module.exports = process.getBuiltinModule("os");
  }),
  6928: (module => {
    module.exports = process.getBuiltinModule("path");
  }),
  932: (module => {
    module.exports = process.getBuiltinModule("process");
  }),
  2203: (module => {
    module.exports = process.getBuiltinModule("stream");
  }),
  3193: (module => {
    module.exports = process.getBuiltinModule("string_decoder");
  }),
  3557: (module => {
    module.exports = process.getBuiltinModule("timers");
  }),
  4756: (module => {
    module.exports = process.getBuiltinModule("tls");
  }),
  2018: (module => {
    module.exports = process.getBuiltinModule("tty");
  }),
  7016: (module => {
    module.exports = process.getBuiltinModule("url");
  }),
  9023: (module => {
    module.exports = process.getBuiltinModule("util");
  }),
  4679: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      E: () => toCommandValue,
      k: () => toCommandProperties
    });
    function toCommandValue(input) {
      if (input === null || input === void 0) return ""; else if (typeof input === "string" || input instanceof String) return input;
      return JSON.stringify(input);
    }
    function toCommandProperties(annotationProperties) {
      if (!Object.keys(annotationProperties).length) return {};
      return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
      };
    }
  }),
  7934: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      BuJ: () => getDotPath,
      FsL: () => pipe,
      Ikc: () => object,
      L5J: () => unknown,
      NpB: () => fallback,
      Wwf: () => minValue,
      YOg: () => array,
      YjP: () => string,
      aig: () => number,
      cl6: () => nullish,
      euz: () => literal,
      g1P: () => record,
      is: () => is,
      lqM: () => optional,
      mee: () => nullable,
      ndf: () => integer,
      pdi: () => transform,
      qTj: () => partialCheck,
      xLC: () => safeParse
    });
    let store$4;
    const DEFAULT_CONFIG = {
      lang: void 0,
      message: void 0,
      abortEarly: void 0,
      abortPipeEarly: void 0
    };
    function getGlobalConfig(config$1) {
      if (!config$1 && !store$4) return DEFAULT_CONFIG;
      return {
        lang: config$1?.lang ?? store$4?.lang,
        message: config$1?.message,
        abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
        abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
      };
    }
    let store$3;
    function getGlobalMessage(lang) {
      return store$3?.get(lang);
    }
    let store$2;
    function getSchemaMessage(lang) {
      return store$2?.get(lang);
    }
    let store$1;
    function getSpecificMessage(reference, lang) {
      return store$1?.get(reference)?.get(lang);
    }
    function _stringify(input) {
      const type = typeof input;
      if (type === "string") return `"${input}"`;
      if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
      if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
      return type;
    }
    function _addIssue(context, label, dataset, config$1, other) {
      const input = other && "input" in other ? other.input : dataset.value;
      const expected = other?.expected ?? context.expects ?? null;
      const received = other?.received ?? _stringify(input);
      const issue = {
        kind: context.kind,
        type: context.type,
        input: input,
        expected: expected,
        received: received,
        message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
        requirement: context.requirement,
        path: other?.path,
        issues: other?.issues,
        lang: config$1.lang,
        abortEarly: config$1.abortEarly,
        abortPipeEarly: config$1.abortPipeEarly
      };
      const isSchema = context.kind === "schema";
      const message$1 = other?.message ?? context.message ?? getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? getSchemaMessage(issue.lang) : null) ?? config$1.message ?? getGlobalMessage(issue.lang);
      if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
      if (isSchema) dataset.typed = false;
      if (dataset.issues) dataset.issues.push(issue); else dataset.issues = [ issue ];
    }
    function _isSameValueZero(value1, value2) {
      return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
    }
    function _isValidObjectKey(object$1, key) {
      return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
    }
    function _standardSchema(schema) {
      schema["~standard"] = {
        version: 1,
        vendor: "valibot",
        validate: value$1 => schema["~run"]({
          value: value$1
        }, getGlobalConfig())
      };
      return schema;
    }
    function getDotPath(issue) {
      if (issue.path) {
        let key = "";
        for (const item of issue.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`; else key += item.key; else return null;
        return key;
      }
      return null;
    }
    Error;
    function integer(message$1) {
      return {
        kind: "validation",
        type: "integer",
        reference: integer,
        async: false,
        expects: null,
        requirement: Number.isInteger,
        message: message$1,
        "~run"(dataset, config$1) {
          if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "integer", dataset, config$1);
          return dataset;
        }
      };
    }
    function minValue(requirement, message$1) {
      return {
        kind: "validation",
        type: "min_value",
        reference: minValue,
        async: false,
        expects: `>=${requirement instanceof Date ? requirement.toJSON() : _stringify(requirement)}`,
        requirement: requirement,
        message: message$1,
        "~run"(dataset, config$1) {
          if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, {
            received: dataset.value instanceof Date ? dataset.value.toJSON() : _stringify(dataset.value)
          });
          return dataset;
        }
      };
    }
    function _isPartiallyTyped(dataset, paths) {
      if (dataset.issues) for (const path of paths) for (const issue of dataset.issues) {
        let typed = false;
        const bound = Math.min(path.length, issue.path?.length ?? 0);
        for (let index = 0; index < bound; index++) if (path[index] !== issue.path[index].key && (path[index] !== "$" || issue.path[index].type !== "array")) {
          typed = true;
          break;
        }
        if (!typed) return false;
      }
      return true;
    }
    function partialCheck(paths, requirement, message$1) {
      return {
        kind: "validation",
        type: "partial_check",
        reference: partialCheck,
        async: false,
        expects: null,
        paths: paths,
        requirement: requirement,
        message: message$1,
        "~run"(dataset, config$1) {
          if ((dataset.typed || _isPartiallyTyped(dataset, paths)) && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
          return dataset;
        }
      };
    }
    function transform(operation) {
      return {
        kind: "transformation",
        type: "transform",
        reference: transform,
        async: false,
        operation: operation,
        "~run"(dataset) {
          dataset.value = this.operation(dataset.value);
          return dataset;
        }
      };
    }
    const ABORT_EARLY_CONFIG = {
      abortEarly: true
    };
    function getFallback(schema, dataset, config$1) {
      return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
    }
    function fallback(schema, fallback$1) {
      return _standardSchema({
        ...schema,
        fallback: fallback$1,
        "~run"(dataset, config$1) {
          const outputDataset = schema["~run"](dataset, config$1);
          return outputDataset.issues ? {
            typed: true,
            value: getFallback(this, outputDataset, config$1)
          } : outputDataset;
        }
      });
    }
    function getDefault(schema, dataset, config$1) {
      return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
    }
    function is(schema, input) {
      return !schema["~run"]({
        value: input
      }, ABORT_EARLY_CONFIG).issues;
    }
    function array(item, message$1) {
      return _standardSchema({
        kind: "schema",
        type: "array",
        reference: array,
        expects: "Array",
        async: false,
        item: item,
        message: message$1,
        "~run"(dataset, config$1) {
          const input = dataset.value;
          if (Array.isArray(input)) {
            dataset.typed = true;
            dataset.value = [];
            for (let key = 0; key < input.length; key++) {
              const value$1 = input[key];
              const itemDataset = this.item["~run"]({
                value: value$1
              }, config$1);
              if (itemDataset.issues) {
                const pathItem = {
                  type: "array",
                  origin: "value",
                  input: input,
                  key: key,
                  value: value$1
                };
                for (const issue of itemDataset.issues) {
                  if (issue.path) issue.path.unshift(pathItem); else issue.path = [ pathItem ];
                  dataset.issues?.push(issue);
                }
                if (!dataset.issues) dataset.issues = itemDataset.issues;
                if (config$1.abortEarly) {
                  dataset.typed = false;
                  break;
                }
              }
              if (!itemDataset.typed) dataset.typed = false;
              dataset.value.push(itemDataset.value);
            }
          } else _addIssue(this, "type", dataset, config$1);
          return dataset;
        }
      });
    }
    function literal(literal_, message$1) {
      return _standardSchema({
        kind: "schema",
        type: "literal",
        reference: literal,
        expects: _stringify(literal_),
        async: false,
        literal: literal_,
        message: message$1,
        "~run"(dataset, config$1) {
          if (_isSameValueZero(dataset.value, this.literal)) dataset.typed = true; else _addIssue(this, "type", dataset, config$1);
          return dataset;
        }
      });
    }
    function nullable(wrapped, default_) {
      return _standardSchema({
        kind: "schema",
        type: "nullable",
        reference: nullable,
        expects: `(${wrapped.expects} | null)`,
        async: false,
        wrapped: wrapped,
        default: default_,
        "~run"(dataset, config$1) {
          if (dataset.value === null) {
            if (this.default !== void 0) dataset.value = getDefault(this, dataset, config$1);
            if (dataset.value === null) {
              dataset.typed = true;
              return dataset;
            }
          }
          return this.wrapped["~run"](dataset, config$1);
        }
      });
    }
    function nullish(wrapped, default_) {
      return _standardSchema({
        kind: "schema",
        type: "nullish",
        reference: nullish,
        expects: `(${wrapped.expects} | null | undefined)`,
        async: false,
        wrapped: wrapped,
        default: default_,
        "~run"(dataset, config$1) {
          if (dataset.value === null || dataset.value === void 0) {
            if (this.default !== void 0) dataset.value = getDefault(this, dataset, config$1);
            if (dataset.value === null || dataset.value === void 0) {
              dataset.typed = true;
              return dataset;
            }
          }
          return this.wrapped["~run"](dataset, config$1);
        }
      });
    }
    function number(message$1) {
      return _standardSchema({
        kind: "schema",
        type: "number",
        reference: number,
        expects: "number",
        async: false,
        message: message$1,
        "~run"(dataset, config$1) {
          if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true; else _addIssue(this, "type", dataset, config$1);
          return dataset;
        }
      });
    }
    function object(entries$1, message$1) {
      return _standardSchema({
        kind: "schema",
        type: "object",
        reference: object,
        expects: "Object",
        async: false,
        entries: entries$1,
        message: message$1,
        "~run"(dataset, config$1) {
          const input = dataset.value;
          if (input && typeof input === "object") {
            dataset.typed = true;
            dataset.value = {};
            for (const key in this.entries) {
              const valueSchema = this.entries[key];
              if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
                const value$1 = key in input ? input[key] : getDefault(valueSchema);
                const valueDataset = valueSchema["~run"]({
                  value: value$1
                }, config$1);
                if (valueDataset.issues) {
                  const pathItem = {
                    type: "object",
                    origin: "value",
                    input: input,
                    key: key,
                    value: value$1
                  };
                  for (const issue of valueDataset.issues) {
                    if (issue.path) issue.path.unshift(pathItem); else issue.path = [ pathItem ];
                    dataset.issues?.push(issue);
                  }
                  if (!dataset.issues) dataset.issues = valueDataset.issues;
                  if (config$1.abortEarly) {
                    dataset.typed = false;
                    break;
                  }
                }
                if (!valueDataset.typed) dataset.typed = false;
                dataset.value[key] = valueDataset.value;
              } else if (valueSchema.fallback !== void 0) dataset.value[key] = getFallback(valueSchema); else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
                _addIssue(this, "key", dataset, config$1, {
                  input: void 0,
                  expected: `"${key}"`,
                  path: [ {
                    type: "object",
                    origin: "key",
                    input: input,
                    key: key,
                    value: input[key]
                  } ]
                });
                if (config$1.abortEarly) break;
              }
            }
          } else _addIssue(this, "type", dataset, config$1);
          return dataset;
        }
      });
    }
    function optional(wrapped, default_) {
      return _standardSchema({
        kind: "schema",
        type: "optional",
        reference: optional,
        expects: `(${wrapped.expects} | undefined)`,
        async: false,
        wrapped: wrapped,
        default: default_,
        "~run"(dataset, config$1) {
          if (dataset.value === void 0) {
            if (this.default !== void 0) dataset.value = getDefault(this, dataset, config$1);
            if (dataset.value === void 0) {
              dataset.typed = true;
              return dataset;
            }
          }
          return this.wrapped["~run"](dataset, config$1);
        }
      });
    }
    function record(key, value$1, message$1) {
      return _standardSchema({
        kind: "schema",
        type: "record",
        reference: record,
        expects: "Object",
        async: false,
        key: key,
        value: value$1,
        message: message$1,
        "~run"(dataset, config$1) {
          const input = dataset.value;
          if (input && typeof input === "object") {
            dataset.typed = true;
            dataset.value = {};
            for (const entryKey in input) if (_isValidObjectKey(input, entryKey)) {
              const entryValue = input[entryKey];
              const keyDataset = this.key["~run"]({
                value: entryKey
              }, config$1);
              if (keyDataset.issues) {
                const pathItem = {
                  type: "object",
                  origin: "key",
                  input: input,
                  key: entryKey,
                  value: entryValue
                };
                for (const issue of keyDataset.issues) {
                  issue.path = [ pathItem ];
                  dataset.issues?.push(issue);
                }
                if (!dataset.issues) dataset.issues = keyDataset.issues;
                if (config$1.abortEarly) {
                  dataset.typed = false;
                  break;
                }
              }
              const valueDataset = this.value["~run"]({
                value: entryValue
              }, config$1);
              if (valueDataset.issues) {
                const pathItem = {
                  type: "object",
                  origin: "value",
                  input: input,
                  key: entryKey,
                  value: entryValue
                };
                for (const issue of valueDataset.issues) {
                  if (issue.path) issue.path.unshift(pathItem); else issue.path = [ pathItem ];
                  dataset.issues?.push(issue);
                }
                if (!dataset.issues) dataset.issues = valueDataset.issues;
                if (config$1.abortEarly) {
                  dataset.typed = false;
                  break;
                }
              }
              if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
              if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
            }
          } else _addIssue(this, "type", dataset, config$1);
          return dataset;
        }
      });
    }
    function string(message$1) {
      return _standardSchema({
        kind: "schema",
        type: "string",
        reference: string,
        expects: "string",
        async: false,
        message: message$1,
        "~run"(dataset, config$1) {
          if (typeof dataset.value === "string") dataset.typed = true; else _addIssue(this, "type", dataset, config$1);
          return dataset;
        }
      });
    }
    function unknown() {
      return _standardSchema({
        kind: "schema",
        type: "unknown",
        reference: unknown,
        expects: "unknown",
        async: false,
        "~run"(dataset) {
          dataset.typed = true;
          return dataset;
        }
      });
    }
    function pipe(...pipe$1) {
      return _standardSchema({
        ...pipe$1[0],
        pipe: pipe$1,
        "~run"(dataset, config$1) {
          for (const item of pipe$1) if (item.kind !== "metadata") {
            if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
              dataset.typed = false;
              break;
            }
            if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
          }
          return dataset;
        }
      });
    }
    function safeParse(schema, input, config$1) {
      const dataset = schema["~run"]({
        value: input
      }, getGlobalConfig(config$1));
      return {
        typed: dataset.typed,
        success: !dataset.issues,
        output: dataset.value,
        issues: dataset.issues
      };
    }
  })
};

var __webpack_module_cache__ = {};

function __nccwpck_require__(moduleId) {
  var cachedModule = __webpack_module_cache__[moduleId];
  if (cachedModule !== void 0) return cachedModule.exports;
  var module = __webpack_module_cache__[moduleId] = {
    exports: {}
  };
  var threw = true;
  try {
    __webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
    threw = false;
  } finally {
    if (threw) delete __webpack_module_cache__[moduleId];
  }
  return module.exports;
}

__nccwpck_require__.m = __webpack_modules__;

(() => {
  __nccwpck_require__.n = module => {
    var getter = module && module.__esModule ? () => module["default"] : () => module;
    __nccwpck_require__.d(getter, {
      a: getter
    });
    return getter;
  };
})();

(() => {
  var getProto = Object.getPrototypeOf ? obj => Object.getPrototypeOf(obj) : obj => obj.__proto__;
  var leafPrototypes;
  __nccwpck_require__.t = function(value, mode) {
    if (mode & 1) value = this(value);
    if (mode & 8) return value;
    if (typeof value === "object" && value) {
      if (mode & 4 && value.__esModule) return value;
      if (mode & 16 && typeof value.then === "function") return value;
    }
    var ns = Object.create(null);
    __nccwpck_require__.r(ns);
    var def = {};
    leafPrototypes = leafPrototypes || [ null, getProto({}), getProto([]), getProto(getProto) ];
    for (var current = mode & 2 && value; typeof current == "object" && !~leafPrototypes.indexOf(current); current = getProto(current)) Object.getOwnPropertyNames(current).forEach(key => def[key] = () => value[key]);
    def["default"] = () => value;
    __nccwpck_require__.d(ns, def);
    return ns;
  };
})();

(() => {
  __nccwpck_require__.d = (exports, definition) => {
    for (var key in definition) if (__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) Object.defineProperty(exports, key, {
      enumerable: true,
      get: definition[key]
    });
  };
})();

(() => {
  __nccwpck_require__.f = {};
  __nccwpck_require__.e = chunkId => Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
    __nccwpck_require__.f[key](chunkId, promises);
    return promises;
  }, []));
})();

(() => {
  __nccwpck_require__.u = chunkId => chunkId + ".index.mjs";
})();

(() => {
  __nccwpck_require__.o = (obj, prop) => Object.prototype.hasOwnProperty.call(obj, prop);
})();

(() => {
  __nccwpck_require__.r = exports => {
    if (typeof Symbol !== "undefined" && Symbol.toStringTag) Object.defineProperty(exports, Symbol.toStringTag, {
      value: "Module"
    });
    Object.defineProperty(exports, "__esModule", {
      value: true
    });
  };
})();

(() => {
  var installedChunks = {
    792: 0
  };
  var installChunk = data => {
    var {ids: ids, modules: modules, runtime: runtime} = data;
    var moduleId, chunkId, i = 0;
    for (moduleId in modules) if (__nccwpck_require__.o(modules, moduleId)) __nccwpck_require__.m[moduleId] = modules[moduleId];
    if (runtime) runtime(__nccwpck_require__);
    for (;i < ids.length; i++) {
      chunkId = ids[i];
      if (__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) installedChunks[chunkId][0]();
      installedChunks[ids[i]] = 0;
    }
  };
  __nccwpck_require__.f.j = (chunkId, promises) => {
    var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : void 0;
    if (installedChunkData !== 0) if (installedChunkData) promises.push(installedChunkData[1]); else if (true) {
      var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, e => {
        if (installedChunks[chunkId] !== 0) installedChunks[chunkId] = void 0;
        throw e;
      });
      promise = Promise.race([ promise, new Promise(resolve => installedChunkData = installedChunks[chunkId] = [ resolve ]) ]);
      promises.push(installedChunkData[1] = promise);
    }
  };
})();

var failure = __nccwpck_require__(986);

var kinds = __nccwpck_require__(2023);

var quote = __nccwpck_require__(6588);

function required(name, kind, also = {}) {
  return {
    name: name,
    kind: kind,
    required: true,
    ...also
  };
}

function optional(name, kind, also = {}) {
  return {
    name: name,
    kind: kind,
    required: false,
    ...also
  };
}

function allInputs(inputs) {
  return Object.values(inputs).flatMap(one => isChoice(one) ? [ chooser(one), ...allGrouped(one) ] : [ one ]);
}

async function readInputs(inputs, runner) {
  for (const input of allInputs(inputs)) {
    const given = input.kind.secret && textOf(input, runner);
    if (given) maskSecret(given, runner);
  }
  return readAll(inputs, runner);
}

async function readAll(inputs, runner) {
  const alone = Object.values(inputs).filter(one => !isChoice(one));
  const texts = await textsOf(alone, runner);
  const read = {};
  for (const [key, one] of Object.entries(inputs)) read[key] = isChoice(one) ? await readChoice(one, runner) : await parsed(one, texts.get(one));
  return read;
}

async function textsOf(inputs, runner) {
  const texts = new Map(inputs.map(input => [ input, textOf(input, runner) ]));
  const empty = inputs.filter(input => input.required && !texts.get(input));
  if (empty.length === 0) return texts;
  const defaultOf = await defaultsOf(runner);
  for (const input of empty) texts.set(input, defaultOf(input.name));
  const missing = empty.filter(input => !texts.get(input));
  if (missing.length > 0) throw new failure.dz(lackOf(missing));
  return texts;
}

async function defaultsOf({contract: contract}) {
  if (!contract) return () => "";
  const {defaultsIn: defaultsIn} = await Promise.all([ __nccwpck_require__.e(815), __nccwpck_require__.e(76) ]).then(__nccwpck_require__.bind(__nccwpck_require__, 8076));
  return defaultsIn(contract);
}

function lackOf(missing) {
  const names = missing.map(({name: name}) => `"${name}"`).join(", ");
  const [{env: env} = {}, ...others] = missing;
  const said = others.length > 0 ? `Inputs ${names} are required and were not given.` : `Input ${names} is required and was not given${env ? `, nor was the environment variable ${env}` : ""}.`;
  return `${said} A secret or variable that does not exist, or that this run does not get, is empty.`;
}

function isChoice(one) {
  return "groups" in one;
}

function chooser({by: by, groups: groups}) {
  return required(by, (0, kinds.yL)(...Object.keys(groups)));
}

function allGrouped({groups: groups}) {
  return Object.values(groups).flatMap(group => Object.values(group));
}

async function readChoice(choice, runner) {
  const by = chooser(choice);
  const name = String(await parsed(by, (await textsOf([ by ], runner)).get(by)));
  const group = choice.groups[name] ?? {};
  const own = Object.values(group).map(input => input.name);
  const stray = allGrouped(choice).find(input => !input.required && !own.includes(input.name) && isGiven(input, runner));
  if (stray) throw new failure.dz(`Input "${stray.name}" is not one for "${choice.by}: ${name}": leave it out, or choose another.`);
  return {
    name: name,
    given: await readAll(group, runner)
  };
}

function isGiven({name: name, formerly: formerly}, runner) {
  return [ name, formerly ].some(one => one && runner.input(one) !== "");
}

function textOf(input, runner) {
  const old = input.formerly && runner.input(input.formerly);
  if (old) {
    runner.notice(`Input "${input.formerly}" is now called "${input.name}"; both are understood.`);
    return old;
  }
  return runner.input(input.name) || input.env && runner.env(input.env)?.trim() || "";
}

function maskSecret(given, runner) {
  runner.mask(given);
  for (const line of given.split(/[\r\n]+/)) {
    runner.mask(line.trim());
    const address = /https?:\/\/\S+/.exec(line)?.[0];
    if (address === void 0 || !URL.canParse(address)) continue;
    const {href: href, pathname: pathname, search: search, searchParams: searchParams, username: username, password: password} = new URL(address);
    for (const part of [ href, address, password, search ]) runner.mask(part);
    if (pathname.length >= 20) runner.mask(pathname);
    for (const segment of pathname.split("/")) if (segment.length >= 16) runner.mask(segment);
    for (const part of [ username, ...searchParams.values() ]) if (part.length >= 8) runner.mask(part);
  }
}

async function parsed(input, given = "") {
  if (given === "") return;
  try {
    return await input.kind.parse(given);
  } catch (error) {
    if (!(error instanceof kinds.kO)) throw error;
    const value = input.kind.secret ? "the value given (hidden)" : (0, quote.h)(error.part ?? given);
    const expected = (0, quote.K)(error.expected, 400);
    throw new failure.dz(`Input "${input.name}" must be ${expected}, not ${value}.`);
  }
}

var external_node_fs_ = __nccwpck_require__(3024);

var external_node_path_ = __nccwpck_require__(6760);

var utils = __nccwpck_require__(4679);

function command(name, properties, message) {
  const pairs = Object.entries(properties).filter(([, value]) => value !== void 0 && value !== "").map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  const head = pairs.length === 0 ? name : `${name} ${pairs.join(",")}`;
  return `::${head}::${escapeMessage(message)}`;
}

function escapeMessage(message) {
  return message.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(value) {
  return escapeMessage(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function harmless(text) {
  return text.replace(/[^\P{Cc}\t\n\r\x85]|[\u202A-\u202E\u2066-\u2069]/gu, "�").replace(/^([\s\x85]*):(?=:)/gm, "$1:​").replaceAll("##[", "#​#[");
}

var markdown = __nccwpck_require__(9703);

const leastBeginning = 8;

class Secrets {
  #known=new Set;
  #opaque=new Set;
  #longestFirst;
  add(secret) {
    if (secret.length < 4 || this.#known.has(secret)) return false;
    for (const form of formsOf(secret)) {
      this.#known.add(form);
      if (!/^(https?:|\/)/.test(secret)) this.#opaque.add(form);
    }
    this.#longestFirst = void 0;
    return true;
  }
  hide(text) {
    this.#longestFirst ??= [ ...this.#known ].sort((a, b) => b.length - a.length);
    const whole = this.#longestFirst.reduce((left, it) => left.replaceAll(it, "***"), text);
    const [end = "", ...cut] = whole.split("…").reverse();
    return [ end, ...cut.map(part => this.#hideBeginning(part)) ].reverse().join("…");
  }
  #hideBeginning(part) {
    for (const secret of this.#opaque) {
      const at = part.lastIndexOf(secret.slice(0, leastBeginning));
      if (at >= 0 && secret.startsWith(part.slice(at))) return `${part.slice(0, at)}***`;
    }
    return part;
  }
}

function formsOf(secret) {
  const inCode = (0, markdown.aY)(secret).replace(/^<code>|<\/code>$/g, "");
  const forms = [ encodeURIComponent(secret.toWellFormed()), JSON.stringify(secret).slice(1, -1) ];
  return [ secret, ...forms, (0, markdown.pj)(secret), inCode ].filter(form => form.length >= 4);
}

const stdout = 1;

function print(line) {
  let rest = Buffer.from(`${line}\n`);
  while (rest.length > 0) rest = rest.subarray(write(rest));
}

function write(bytes) {
  try {
    return (0, external_node_fs_.writeSync)(stdout, bytes);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : void 0;
    if (code === "EPIPE") return bytes.length;
    if (code !== "EAGAIN") throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    return 0;
  }
}

var dist = __nccwpck_require__(7934);

const words = (0, dist.NpB)((0, dist.cl6)((0, dist.YjP)()), void 0);

const eventShape = (0, dist.Ikc)({
  pull_request: (0, dist.NpB)((0, dist.lqM)((0, dist.Ikc)({
    number: (0, dist.aig)(),
    title: (0, dist.YjP)(),
    head: (0, dist.Ikc)({
      sha: (0, dist.YjP)(),
      ref: (0, dist.YjP)()
    })
  })), void 0),
  head_commit: (0, dist.NpB)((0, dist.cl6)((0, dist.Ikc)({
    message: words
  })), void 0)
});

function readWorkflowRun(env, event) {
  const parsed = (0, dist.xLC)(eventShape, event);
  const payload = parsed.success ? parsed.output : void 0;
  const pull = payload?.pull_request;
  const server = env("GITHUB_SERVER_URL") ?? "https://github.com";
  const repository = env("GITHUB_REPOSITORY") ?? "";
  const runId = env("GITHUB_RUN_ID") ?? "";
  const sha = env("GITHUB_SHA") ?? "";
  return {
    repository: repository,
    sha: sha,
    commit: pull?.head.sha ?? sha,
    ref: env("GITHUB_REF") ?? "",
    branch: pull?.head.ref ?? env("GITHUB_REF_NAME") ?? "",
    event: env("GITHUB_EVENT_NAME") ?? "",
    actor: env("GITHUB_ACTOR") ?? "",
    workflow: env("GITHUB_WORKFLOW") ?? "",
    job: env("GITHUB_JOB") ?? "",
    runId: runId,
    attempt: Number(env("GITHUB_RUN_ATTEMPT") ?? "1") || 1,
    server: server,
    url: `${server}/${repository}/actions/runs/${runId}`,
    pullRequest: pull && {
      number: pull.number,
      title: pull.title
    },
    message: pull?.title ?? payload?.head_commit?.message ?? void 0
  };
}

const summaryLimit = 1024 * 1024;

class GithubRunner {
  cancelled;
  #title;
  #secrets=new Secrets;
  #run;
  constructor(title, cancelled) {
    this.#title = title;
    this.cancelled = cancelled;
  }
  get workspace() {
    return this.env("GITHUB_WORKSPACE") ?? process.cwd();
  }
  get run() {
    this.#run ??= readWorkflowRun(name => this.env(name), this.event);
    return this.#run;
  }
  get contract() {
    try {
      return (0, external_node_fs_.readFileSync)((0, external_node_path_.join)((0, external_node_path_.dirname)(process.argv[1] ?? ""), "action.yml"), "utf8");
    } catch {
      return;
    }
  }
  get event() {
    const file = this.env("GITHUB_EVENT_PATH");
    if (!file) return;
    try {
      return JSON.parse((0, external_node_fs_.readFileSync)(file, "utf8"));
    } catch {
      return;
    }
  }
  get proxy() {
    const names = [ "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY" ].flatMap(it => [ it, it.toLowerCase() ]);
    const entries = names.flatMap(name => {
      const value = this.env(name);
      return value ? [ [ name, value ] ] : [];
    });
    const isNeeded = entries.some(([name]) => !/^no_proxy$/i.test(name));
    return isNeeded ? Object.fromEntries(entries) : void 0;
  }
  input(name) {
    return (this.env(`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`) ?? "").trim();
  }
  env(name) {
    return process.env[name] || void 0;
  }
  mask(secret) {
    if (this.#secrets.add(secret)) print(command("add-mask", {}, secret));
  }
  hide(text) {
    return this.#secrets.hide(text);
  }
  info(message) {
    print(harmless(this.hide(message)));
  }
  notice(message, place) {
    this.#annotate("notice", message, place);
  }
  warning(message, place) {
    this.#annotate("warning", message, place);
  }
  error(message, place) {
    this.#annotate("error", message, place);
  }
  output(values) {
    const entries = Object.entries(values).map(([name, value]) => [ name, this.#safe(name, value) ]);
    const file = this.env("GITHUB_OUTPUT");
    if (file) (0, external_node_fs_.appendFileSync)(file, entries.map(([name, text]) => heredoc(name, text)).join("")); else for (const [name, text] of entries) this.info(`Output ${name}: ${text}`);
  }
  #safe(name, value) {
    const text = runner_textOf(value);
    const safe = this.hide(text);
    if (safe !== text) this.warning(`Output "${name}" holds a value that is masked in this job, so it is handed on with "***" in its place. ` + 'Ids that are not secret belong in "vars", not in "secrets".');
    return safe;
  }
  summary(markdown) {
    const file = this.env("GITHUB_STEP_SUMMARY");
    if (!file) return;
    const room = summaryLimit - sizeOf(file);
    const safe = Buffer.from(`${this.hide(markdown)}\n`);
    if (safe.length <= room) {
      (0, external_node_fs_.appendFileSync)(file, safe);
      return;
    }
    this.warning(`The job summary would be over ${summaryLimit} bytes; its end is left out.`);
    const note = Buffer.from("\n\n… cut here: the job summary may hold 1 MiB.\n");
    const end = safe.subarray(0, Math.max(0, room - note.length)).lastIndexOf("\n");
    if (end > 0) (0, external_node_fs_.appendFileSync)(file, Buffer.concat([ safe.subarray(0, end), note ]));
  }
  #annotate(level, message, place) {
    const properties = (0, utils.k)({
      title: this.#title,
      ...place
    });
    print(command(level, properties, harmless(this.hide(message))));
  }
}

function heredoc(name, value) {
  const ends = value.match(/END_*/g) ?? [];
  const longest = ends.reduce((most, end) => Math.max(most, end.length), 0);
  const end = longest === 0 ? "END" : "END".padEnd(longest + 1, "_");
  return `${name}<<${end}\n${value}\n${end}\n`;
}

function runner_textOf(value) {
  if (value === null || value === void 0) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function sizeOf(file) {
  return (0, external_node_fs_.statSync)(file, {
    throwIfNoEntry: false
  })?.size ?? 0;
}

function action(parts) {
  return parts;
}

const graceAfterCancel = 4800;

function run(it) {
  const runner = new GithubRunner(it.title, hearCancellation());
  process.exitCode = 1;
  process.once("beforeExit", () => runner.error(`${defect} It waits for what never comes.`));
  attempt(it, runner).then(failed => process.exit(failed ? 1 : 0));
}

async function attempt(it, runner) {
  try {
    await it.main(await readInputs(it.inputs, runner), runner);
    return false;
  } catch (error) {
    runner.error(explain(error));
    return true;
  }
}

function explain(error) {
  if (error instanceof failure.HR) return error.message;
  if (Number.parseInt(process.versions.node, 10) < oldest) return tooOld;
  const stack = error instanceof Error ? error.stack ?? error.message : String(error);
  const cause = error instanceof Error && error.cause ? `\nCaused by: ${String(error.cause)}` : "";
  return `${defect} ${stack}${cause}`;
}

const oldest = 24;

const tooOld = `This action needs node ${oldest}, and was started by node ${process.versions.node}. The runner of GitHub has it ` + "since 2.327.1; under act, put node 24 first in PATH.";

const defect = "This is a defect of the action, please report it with these lines.";

function hearCancellation() {
  const controller = new AbortController;
  const hear = () => {
    if (controller.signal.aborted) process.exit(1);
    controller.abort(new failure.cJ);
    setTimeout(() => process.exit(1), graceAfterCancel).unref();
  };
  process.on("SIGINT", hear);
  process.on("SIGTERM", hear);
  return controller.signal;
}

const end = (0, dist.Ikc)({
  ref: (0, dist.YjP)(),
  sha: (0, dist.YjP)()
});

const pull_request_eventShape = (0, dist.Ikc)({
  pull_request: (0, dist.Ikc)({
    number: (0, dist.aig)(),
    base: end,
    head: end
  })
});

function pullRequestOf({event: event}) {
  const parsed = (0, dist.xLC)(pull_request_eventShape, event);
  return parsed.success ? parsed.output.pull_request : void 0;
}

var cache = __nccwpck_require__(8548);

var ratio = __nccwpck_require__(6957);

var reports = __nccwpck_require__(9876);

var thresholds = __nccwpck_require__(3233);

const percentage = {
  parse(given) {
    const parsed = (0, ratio.A3)(given.replace(/\s*%$/, ""));
    if (!parsed) throw new kinds.kO("a percentage from 0 to 100, such as 80 or 0.5");
    return parsed;
  }
};

const inputs = {
  reports: required("reports", (0, kinds.p_)(reports.BS)),
  thresholds: optional("thresholds", thresholds.pw),
  semantics: required("threshold-semantics", (0, kinds.yL)("jest", "vitest")),
  patchThreshold: optional("patch-threshold", percentage),
  ifUnknown: required("if-unknown", (0, kinds.yL)("warn", "fail")),
  maxDecrease: optional("max-decrease", percentage),
  baseline: required("baseline", kinds.Qq),
  name: required("name", kinds.Qq),
  comment: required("comment", kinds.Jt),
  annotations: required("annotations", kinds.Jt),
  githubToken: optional("github-token", kinds.rJ),
  ifMissing: required("if-missing", (0, kinds.yL)("fail", "warn", "skip")),
  fail: required("fail", kinds.Jt),
  timeout: required("timeout", kinds.p0)
};

var judge = __nccwpck_require__(8943);

var coverage = __nccwpck_require__(607);

const mostLines = 1e6;

function tellsLines({lines: lines}) {
  return lines.total <= mostLines;
}

function* normalizedReport(suites, coverage, overall, commit) {
  const head = {
    schema: "ci-actions/coverage@1",
    commit: commit,
    totals: overall,
    suites: Object.fromEntries(suites.map(suite => [ suite.name, suite.coverage.totals() ]))
  };
  const withLines = tellsLines(overall);
  yield `${JSON.stringify(head).slice(0, -1)},"files":[`;
  let comma = "";
  for (const file of coverage.files()) {
    yield comma + entryOf(file, withLines);
    comma = ",";
  }
  yield "]}\n";
}

function entryOf(file, withLines) {
  let counts = "";
  for (const metric of coverage.qd) {
    const {covered: covered, total: total} = file.count(metric);
    if (total === 0) continue;
    if (counts !== "") counts += ",";
    counts += `"${metric}":{"covered":${covered},"total":${total}}`;
  }
  return `{"path":${JSON.stringify(file.path)},"counts":{${counts}}${withLines ? linesOf(file) : ""}}`;
}

function linesOf(file) {
  const covered = say(file.ranges("covered"));
  const uncovered = say(file.ranges("uncovered"));
  return covered || uncovered ? `,"lines":{"covered":"${covered}","uncovered":"${uncovered}"}` : "";
}

function say(ranges) {
  return ranges.map(({from: from, to: to}) => from === to ? String(from) : `${from}-${to}`).join(",");
}

const unknownOutputs = {
  passed: false,
  lines: "",
  branches: "",
  functions: "",
  statements: "",
  totals: {},
  suites: {},
  patch: "",
  delta: "",
  failures: [],
  "report-path": ""
};

function outputsOf(verdict, reportPath) {
  const {passed: passed, overall: overall, suites: suites, patch: patch, delta: delta, failures: failures} = verdict;
  return {
    passed: passed,
    lines: (0, ratio.pR)(overall.lines),
    branches: (0, ratio.pR)(overall.branches),
    functions: (0, ratio.pR)(overall.functions),
    statements: (0, ratio.pR)(overall.statements),
    totals: overall,
    suites: Object.fromEntries(suites.map(({name: name, totals: totals}) => [ name, totals ])),
    patch: patch && patchOutput(patch),
    delta: delta && deltaOutput(delta),
    failures: failures,
    "report-path": reportPath
  };
}

function patchOutput({covered: covered, total: total, files: files, unknown: unknown, missing: missing}) {
  const uncovered = files.filter(file => file.uncovered.length > 0);
  return {
    known: missing === void 0,
    percent: (0, ratio.pR)({
      covered: covered,
      total: total
    }),
    covered: covered,
    total: total,
    uncovered: uncovered.slice(0, 100).map(({path: path, uncovered: lines}) => ({
      path: path,
      lines: lines.slice(0, 100).map(({from: from, to: to}) => [ from, to ])
    })),
    unknown: unknown.slice(0, 100)
  };
}

function deltaOutput({commit: commit, metrics: metrics, newlyUncovered: newlyUncovered}) {
  const changes = metrics.map(({metric: metric, before: before, now: now}) => [ metric, {
    points: (0, ratio.C2)(before, now),
    before: before,
    now: now
  } ]);
  return {
    commit: commit,
    ...Object.fromEntries(changes),
    "newly-uncovered": newlyUncovered ?? null
  };
}

var report_file = __nccwpck_require__(2733);

var summary = __nccwpck_require__(1362);

const coverageGate = action({
  title: "Coverage gate",
  inputs: inputs,
  outputs: Object.keys(unknownOutputs),
  async main(given, runner) {
    runner.output(unknownOutputs);
    const plan = (0, thresholds.XC)(given.thresholds, [ ...new Set(given.reports.map(({suite: suite}) => suite)) ]);
    const pull = pullRequestOf(runner);
    const isAlone = !pull && !isCompared(given.baseline) && !isKept(given.baseline, runner);
    const needsCheckout = !isAlone || plan.groups.size > 0;
    const deadline = needsCheckout ? await deadlineOf(given.timeout, runner) : void 0;
    const read = (0, reports.uS)(given.reports, given.ifMissing, runner);
    const suites = deadline ? await (await __nccwpck_require__.e(289).then(__nccwpck_require__.bind(__nccwpck_require__, 1289))).inCheckout(read, deadline, runner) : read;
    const whole = (0, reports.l2)(suites);
    const around = isAlone || !deadline ? void 0 : (await __nccwpck_require__.e(673).then(__nccwpck_require__.bind(__nccwpck_require__, 1673))).surroundingsOf(given, pull, deadline, runner);
    const patch = await (around?.patch(whole));
    const delta = await (around?.delta(whole));
    const {workspace: workspace} = runner;
    const verdict = (0, judge.S4)({
      suites: suites,
      whole: whole,
      workspace: workspace,
      patch: patch,
      delta: delta
    }, {
      plan: plan,
      ...given
    });
    const report = normalizedReport(suites, whole, verdict.overall, runner.run.sha);
    if (!tellsLines(verdict.overall)) runner.info('There are over a million lines, so the report at "report-path" tells counts only.');
    const path = (0, report_file.u)((0, report_file.r)(given.name, runner), report, runner);
    runner.output(outputsOf(verdict, path));
    runner.summary((0, summary.Y)(verdict, {
      ...given,
      files: whole.files()
    }));
    await (around?.tell(verdict, whole));
    if (verdict.passed) return;
    if (given.fail) throw new failure.HR((0, summary.A)(verdict));
    runner.warning((0, summary.A)(verdict));
  }
});

async function deadlineOf(time, runner) {
  const {Deadline: Deadline} = await __nccwpck_require__.e(719).then(__nccwpck_require__.bind(__nccwpck_require__, 7719));
  return new Deadline(time, runner.cancelled);
}

function isCompared(baseline) {
  return baseline !== "cache" && baseline !== "none";
}

function isKept(baseline, runner) {
  const {event: event, ref: ref} = runner.run;
  const isOfBranch = /^(push|schedule|workflow_dispatch)$/.test(event) && /^refs\/heads\//.test(ref);
  return baseline === "cache" && isOfBranch && (0, cache.T)(runner);
}

run(coverageGate);
