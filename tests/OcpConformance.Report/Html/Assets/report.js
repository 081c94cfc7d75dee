'use strict';

(() => {
  const PAGE_SIZE = 100;
  const LONGEST_PIECE = 1000;
  const CHINESE = 'zh-CN';
  const root = document.documentElement;
  const byId = id => document.getElementById(id);
  const embedded = id => JSON.parse(byId(id).textContent);
  const words = embedded('data-words');
  const explorers = [];
  let query = '';

  // Language: what the address asks for, else what the browser prefers. Nothing is remembered.

  const asked = new URLSearchParams(location.search).get('lang') ?? location.hash.slice(1);
  const preferred = ['en', CHINESE].includes(asked) ? asked : navigator.language.startsWith('zh') ? CHINESE : 'en';

  // A word of the vocabulary; what a result names and no vocabulary knows stands for itself.
  function t(key, ...values) {
    const word = words[root.lang][key] ?? key.slice(key.indexOf('.') + 1);
    return word.replace(/\{(\d)\}/g, (_, place) => typeof values[place] === 'number' ? values[place].toLocaleString('en') : values[place]);
  }

  // What the result says: the same in both languages, or a pair.
  const say = value => Array.isArray(value) ? value[root.lang === CHINESE ? 1 : 0] : value;
  const searched = value => Array.isArray(value) ? value.join(' ') : value ?? '';

  // Elements are made of nodes and text, never of markup.

  function make(name, properties = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key.startsWith('on')) {
        element.addEventListener(key.slice(2), value);
      } else if (value !== null) {
        element.setAttribute(key, value);
      }
    }
    element.append(...children.filter(child => child !== null));
    return element;
  }

  function glyph(name) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('class', `glyph is-${name}`);
    svg.setAttribute('aria-hidden', 'true');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    use.setAttribute('href', `#glyph-${name}`);
    svg.append(use);
    return svg;
  }

  const span = (sort, ...children) => make('span', { class: sort }, ...children);
  const fact = (name, ...children) => make('div', {}, make('dt', {}, name), make('dd', {}, ...children));
  const visible = text => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, character =>
    character === '\t' ? character : `[U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}]`);

  // The data is read when somebody looks at it.

  const lazy = read => {
    let value;
    return () => value ??= read();
  };

  const requirements = lazy(() => {
    const data = embedded('data-requirements');
    const text = index => index < 0 ? null : data.texts[index];
    const rows = data.rows.map(row => ({
      id: text(row[0]) + row[1],
      scope: text(row[0]),
      sentence: text(row[2]),
      level: text(row[3]),
      kind: text(row[4]),
      verdict: text(row[5]),
      page: text(row[6]),
      file: text(row[7]),
      reason: text(row[8]),
      conformsIn: row[9],
      evidence: row[10].map(([exchange, count, findings]) => ({
        exchange,
        count: count ?? 0,
        findings: (findings ?? []).map(([place, expected, actual]) => ({ place: text(place), expected: text(expected), actual: text(actual) })),
      })),
      erratum: row.length > 11 ? { documented: row[11], shown: row[12] } : null,
    }));
    return { ...data, rows };
  });

  const exchanges = lazy(() => {
    const data = embedded('data-exchanges');
    const text = index => index < 0 ? null : data.texts[index];
    const headers = row => Array.from({ length: row.length / 2 }, (_, index) => [text(row[2 * index]), text(row[2 * index + 1])]);
    const body = value => Array.isArray(value) ? { text: value[0], cut: value[1] } : { text: value, cut: 0 };
    return data.rows.map(row => ({
      id: row[0],
      operation: text(row[1]),
      scenario: text(row[2]),
      blocked: text(row[3]),
      method: text(row[4]),
      url: row[5],
      requestHeaders: headers(row[6]),
      requestBody: body(row[7]),
      status: row[8],
      answerHeaders: headers(row[9]),
      answerBody: body(row[10]),
      bytes: body(row[11]),
      failure: text(row[12]),
      elapsed: row[13],
      curl: row[14],
      setting: text(row[15]),
    }));
  });

  const exchangeIndex = lazy(() => new Map(exchanges().map((exchange, index) => [exchange.id, index])));

  const findingsIn = lazy(() => {
    const found = new Map();
    for (const requirement of requirements().rows.filter(row => row.verdict === 'violates' || row.verdict === 'waived')) {
      for (const { exchange, findings } of requirement.evidence) {
        found.set(exchange, [...found.get(exchange) ?? [], ...findings.map(finding => ({ ...finding, requirement: requirement.id }))]);
      }
    }
    return found;
  });

  // Bodies: JSON is broken into lines, without changing how a value is written.

  function jsonLines(body) {
    JSON.parse(body);
    const tokens = body.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gs);
    const lines = [];
    const open = [];
    let line;
    const begin = pointer => {
      line = { pointer, indent: '  '.repeat(open.length), pieces: [] };
      lines.push(line);
    };
    const item = name => {
      const container = open.at(-1);
      if (container.count) {
        line.pieces.push(['mark', ',']);
      }
      begin(`${container.pointer}/${name === null ? container.count : name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
      container.count++;
    };
    begin('');
    tokens.forEach((token, index) => {
      if (token === ',' || token === ':') {
        return;
      }
      if (token === '}' || token === ']') {
        if (open.pop().count) {
          begin(null);
        }
        line.pieces.push(['mark', token]);
      } else if (tokens[index + 1] === ':' && open.at(-1)?.kind === '{') {
        item(JSON.parse(token));
        line.pieces.push(['name', token], ['mark', ': ']);
      } else {
        if (open.at(-1)?.kind === '[') {
          item(null);
        }
        const sort = token[0] === '"' ? 'string' : /^[-\d]/.test(token) ? 'number' : /^[{[]$/.test(token) ? 'mark' : 'literal';
        line.pieces.push([sort, token]);
        if (sort === 'mark') {
          open.push({ kind: token, pointer: line.pointer, count: 0 });
        }
      }
    });
    return lines;
  }

  function bodyLines(body) {
    try {
      return jsonLines(body);
    } catch {
      return body.split(/\r\n|\r|\n/).map((text, index) => ({ pointer: index ? null : '', indent: '', pieces: [['text', text]] }));
    }
  }

  const findingNote = finding => make('div', { class: 'finding' }, glyph('must'),
    span('', make('b', {}, t('actual')), ` ${visible(say(finding.actual))} `, make('b', {}, t('expected')), ` ${say(finding.expected)}`));

  function piece([sort, text]) {
    const cut = text.length - LONGEST_PIECE;
    return cut > 0
      ? [span(sort, visible(text.slice(0, LONGEST_PIECE))), span('cut', `… ${t('characters-cut', cut)}`)]
      : [span(sort, visible(text))];
  }

  function code(title, body, findings) {
    const lines = bodyLines(body.text);
    const places = new Map(lines.map((line, index) => [line.pointer, index]).filter(([pointer]) => pointer !== null));
    const at = new Map();
    for (const finding of findings.filter(({ place }) => place === '' || place.startsWith('/'))) {
      let place = finding.place;
      while (!places.has(place)) {
        place = place.slice(0, place.lastIndexOf('/'));
      }
      at.set(places.get(place), [...at.get(places.get(place)) ?? [], finding]);
    }
    const box = make('div', { class: 'code', tabindex: '0', role: 'group', 'aria-label': title });
    lines.forEach((line, index) => {
      const found = at.get(index) ?? [];
      const pieces = line.pieces.flatMap(piece);
      box.append(make('div', { class: found.length ? 'line offending' : 'line' },
        span('no', String(index + 1)), span('src', line.indent, ...found.length ? [make('mark', {}, ...pieces)] : pieces)));
      box.append(...found.map(findingNote));
    });
    if (body.cut) {
      box.append(make('div', { class: 'gap' }, t('characters-cut', body.cut)));
    }
    return box;
  }

  const headerList = headers => make('details', { class: 'wire-headers' },
    make('summary', {}, `${t('headers')} `, span('tally', String(headers.length))),
    make('dl', {}, ...headers.map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', {}, visible(value))))));

  function copyButton(text) {
    return make('button', { type: 'button', class: 'copy', onclick: event => copy(event.currentTarget, text) }, t('copy'));
  }

  async function copy(button, text) {
    try {
      await navigator.clipboard.writeText(text);
      button.replaceChildren(t('copied'));
    } catch {
      button.replaceChildren(t('copy-failed'));
    }
  }

  // A single exchange, in a dialog.

  const dialog = byId('exchange');

  function exchangeButton(index) {
    return make('button', { type: 'button', class: 'link', onclick: () => openExchange(index) }, exchanges()[index]?.id ?? '');
  }

  function openExchange(index) {
    const exchange = exchanges()[index];
    const findings = findingsIn().get(index) ?? [];
    const content = make('div', { class: 'content' });
    if (exchange.blocked) {
      content.append(make('p', {}, glyph('blocked'), `${t('not-sent')}: ${say(exchange.blocked)}`));
    } else {
      content.append(make('div', { class: 'wire' }, requestPart(exchange), answerPart(exchange, findings)));
    }
    if (exchange.curl) {
      content.append(make('div', { class: 'repeat' }, make('h3', {}, t('repeat')), make('pre', { tabindex: '0' }, make('code', {}, exchange.curl)), copyButton(exchange.curl)));
    }
    dialog.replaceChildren(
      make('header', {}, make('h2', { id: 'exchange-title' }, exchange.id), make('button', { type: 'button', onclick: () => dialog.close() }, t('close'))),
      content);
    dialog.showModal();
    reveal(content);
  }

  function requestPart(exchange) {
    return make('section', {}, make('h3', {}, t('request')),
      make('p', { class: 'first-line' }, make('b', {}, exchange.method), ' ', span('', visible(exchange.url))),
      exchange.setting ? make('p', { class: 'remark' }, t('setting-named', exchange.setting)) : null,
      headerList(exchange.requestHeaders),
      exchange.requestBody.text ? code(t('request'), exchange.requestBody, []) : null);
  }

  function answerPart(exchange, findings) {
    const status = exchange.failure ? [make('b', {}, t('no-answer')), ' ', span('', visible(say(exchange.failure)))]
      : [make('b', {}, `HTTP ${exchange.status}`), ' ', span('', `${exchange.elapsed} ms`)];
    const placed = exchange.answerBody.text ? findings.filter(({ place }) => place === '' || place.startsWith('/')) : [];
    const others = findings.filter(finding => !placed.includes(finding));
    return make('section', {}, make('h3', {}, t('answer')),
      make('p', { class: 'first-line' }, ...status),
      headerList(exchange.answerHeaders),
      others.length ? make('div', { class: 'code' }, ...others.flatMap(finding => [
        make('div', { class: 'line offending' }, span('src', make('mark', {}, finding.place || t('whole-answer')))), findingNote(finding)])) : null,
      exchange.answerBody.text ? code(t('answer'), exchange.answerBody, placed)
        : exchange.bytes.text ? make('div', {}, make('p', { class: 'remark' }, t('no-text')), make('div', { class: 'code' }, make('div', { class: 'line' }, span('src', hexadecimal(exchange.bytes.text)))))
          : make('p', { class: 'remark' }, t('no-body')));
  }

  const hexadecimal = base64 => [...atob(base64.slice(0, 172))].map(byte => byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')).join(' ');

  // Scrolls what lies around an offending place, but not the page.
  function reveal(container) {
    const mark = container.querySelector('mark');
    if (mark) {
      const distance = mark.getBoundingClientRect().top - container.getBoundingClientRect().top;
      container.scrollTop += distance - container.clientHeight / 3;
    }
  }

  // Long lists: rows are made as they are scrolled to.

  class RowList {
    constructor(container, list, makeRow) {
      Object.assign(this, { container, list, makeRow });
      this.more = make('button', { type: 'button', class: 'more', onclick: () => this.extend() });
      container.append(list, this.more);
      new IntersectionObserver(entries => entries.some(entry => entry.isIntersecting) && this.extend(), { root: container, rootMargin: '300px' }).observe(this.more);
    }

    show(items) {
      this.items = items;
      this.shown = 0;
      this.list.replaceChildren();
      this.container.scrollTop = 0;
      this.extend();
    }

    extend() {
      const next = this.items.slice(this.shown, this.shown + PAGE_SIZE);
      this.list.append(...next.map(this.makeRow));
      this.shown += next.length;
      const left = this.items.length - this.shown;
      this.more.hidden = left === 0;
      this.more.replaceChildren(t('show-more', Math.min(left, PAGE_SIZE)));
    }
  }

  function foldable(state, says, id, detail) {
    const row = make('div', { class: 'row', role: 'listitem' });
    const button = make('button', { type: 'button', 'aria-expanded': 'false', onclick: () => {
      const open = button.getAttribute('aria-expanded') === 'true';
      button.setAttribute('aria-expanded', String(!open));
      if (open) {
        row.lastChild.remove();
      } else {
        row.append(make('div', { class: 'detail' }, detail()));
      }
    } }, span('state', ...state), span('what', span('says', says), span('id', id)));
    row.append(button);
    return row;
  }

  class Explorer {
    constructor(name, read, filters, makeRow, text) {
      Object.assign(this, { name, read, filters, text });
      this.chosen = Object.fromEntries(Object.keys(filters).map(key => [key, '']));
      this.bar = make('form', { class: 'filters', onsubmit: event => event.preventDefault() });
      const rows = make('div', { class: 'rows', role: 'group', tabindex: '0', 'aria-labelledby': `${name}-title` });
      this.list = new RowList(rows, make('div', { role: 'list' }), makeRow);
      document.querySelector(`[data-explorer="${name}"]`).append(this.bar, rows);
      explorers.push(this);
    }

    // Makes the filters anew, in the language of the page.
    build() {
      this.found = make('span', { role: 'status' });
      this.bar.replaceChildren(...Object.entries(this.filters).map(([key, filter]) => this.select(key, filter)), this.found);
      this.update();
    }

    select(key, { label, value, word }) {
      const counts = Map.groupBy(this.read(), value);
      const options = [...counts.keys()].filter(option => option !== null).sort().map(option =>
        make('option', { value: option, selected: this.chosen[key] === String(option) ? '' : null }, `${word(option)} (${counts.get(option).length.toLocaleString('en')})`));
      const select = make('select', { name: key, onchange: event => this.choose(key, event.target.value) }, make('option', { value: '' }, t('any')), ...options);
      return make('label', {}, t(label), select);
    }

    choose(key, value) {
      this.chosen[key] = value;
      this.update();
    }

    update() {
      const terms = query.toLowerCase().split(/\s+/).filter(Boolean);
      const active = Object.entries(this.chosen).filter(([, value]) => value);
      const all = this.read();
      this.matching = all.filter(item =>
        active.every(([key, value]) => String(this.filters[key].value(item)) === value)
        && (terms.length === 0 || contains(item.searched ??= this.text(item).toLowerCase(), terms)));
      this.found.replaceChildren(t('found-of', this.matching.length, all.length));
      this.list.show(this.matching);
    }
  }

  const contains = (text, terms) => terms.every(term => text.includes(term));
  const areaOf = id => id?.includes('/') ? id.slice(0, id.indexOf('/')) : id;
  const signOf = requirement => requirement.verdict === 'violates' ? requirement.level : requirement.verdict;

  function requirementDetail(requirement) {
    const facts = make('dl', { class: 'facts' },
      fact(t('verdict'), t(`verdict.${requirement.verdict}`), requirement.reason ? `: ${say(requirement.reason)}` : ''),
      fact(t('level'), t(`level.${requirement.level}`)),
      fact(t('kind'), t(`kind.${requirement.kind}`)),
      fact(t('page'), requirement.page),
      fact(t('file'), make('code', {}, requirement.file)),
      fact(t('holds-in'), t('exchanges-count', requirement.conformsIn)),
      requirement.erratum ? fact(t('erratum'), `${t('documented')} “${requirement.erratum.documented}”, ${t('shown')} “${requirement.erratum.shown}”`) : null);
    const evidence = make('ol', {}, ...requirement.evidence.slice(0, PAGE_SIZE).map(evidenceItem));
    return make('div', {}, facts, requirement.evidence.length ? make('div', { class: 'members' }, make('h3', {}, t('evidence')), evidence) : null);
  }

  const evidenceItem = ({ exchange, findings }) => make('li', {}, exchangeButton(exchange),
    ...findings.slice(0, 1).map(finding => span('remark', ` ${finding.place} ${visible(say(finding.actual))}`)));

  function requirementRow(requirement) {
    return foldable(
      [glyph(signOf(requirement)), t(`verdict.${requirement.verdict}`)],
      say(requirement.sentence), requirement.id, () => requirementDetail(requirement));
  }

  function exchangeRow(exchange) {
    const state = exchange.blocked ? [glyph('blocked'), t('verdict.blocked')]
      : exchange.failure ? [glyph('must'), t('no-answer')]
        : [`HTTP ${exchange.status}`];
    const row = make('div', { class: 'row', role: 'listitem' });
    row.append(make('button', { type: 'button', 'aria-haspopup': 'dialog', onclick: () => openExchange(exchangeIndex().get(exchange.id)) },
      span('state', ...state), span('what', span('says', exchange.url ? `${exchange.method} ${visible(exchange.url)}` : say(exchange.blocked ?? '')), span('id', exchange.id))));
    return row;
  }

  function makeExplorers() {
    new Explorer('requirements', () => requirements().rows, {
      verdict: { label: 'verdict', value: row => row.verdict, word: word => t(`verdict.${word}`) },
      level: { label: 'level', value: row => row.level, word: word => t(`level.${word}`) },
      kind: { label: 'kind', value: row => row.kind, word: word => t(`kind.${word}`) },
      area: { label: 'area', value: row => areaOf(row.scope), word: word => word },
    }, requirementRow, row => [row.id, searched(row.sentence), row.page, searched(row.reason), ...row.evidence.flatMap(({ findings }) => findings.map(({ actual }) => searched(actual)))].join(' '));
    new Explorer('exchanges', exchanges, {
      scenario: { label: 'scenario', value: row => row.scenario, word: word => word },
      status: { label: 'status', value: row => row.status || null, word: String },
      area: { label: 'area', value: row => areaOf(row.operation), word: word => word },
    }, exchangeRow, row => `${row.id} ${row.method ?? ''} ${row.url ?? ''} ${row.status} ${row.answerBody.text ?? ''}`);
  }

  // One search for violations, requirements and exchanges.

  function search() {
    query = byId('search').value.trim();
    const terms = query.toLowerCase().split(/\s+/).filter(Boolean);
    const causes = [...document.querySelectorAll('#violations .cause')];
    for (const cause of causes) {
      cause.hidden = !contains(cause.textContent.toLowerCase(), terms);
    }
    document.querySelectorAll('.overview li').forEach((item, index) => item.hidden = causes[index]?.hidden ?? false);
    const found = causes.filter(cause => !cause.hidden).length;
    byId('no-cause-found')?.toggleAttribute('hidden', found > 0);
    explorers.forEach(explorer => explorer.update());
    byId('search-found').replaceChildren(query ? t('search-found', found, ...explorers.map(explorer => explorer.matching.length)) : '');
  }

  // What is static gets its behaviour.

  function linkExchanges() {
    for (const item of document.querySelectorAll('[data-exchange]')) {
      const index = exchangeIndex().get(item.dataset.exchange);
      const name = item.querySelector('code');
      if (index !== undefined && name) {
        name.replaceWith(exchangeButton(index));
      }
    }
  }

  function completeCauses() {
    const waivedFrom = document.querySelectorAll('#violations .cause').length;
    for (const cause of document.querySelectorAll('.cause')) {
      const details = cause.querySelector('.members');
      const number = Number(cause.dataset.cause) - 1 + (cause.closest('#waived') ? waivedFrom : 0);
      const remark = details.querySelector(':scope > .remark');
      if (remark) {
        remark.after(showAll(details, number));
      }
    }
  }

  function showAll(details, number) {
    const { causes, rows } = requirements();
    const members = [...new Map(causes[number].map(member => [member[1], member])).values()];
    const button = make('button', { type: 'button', class: 'all', onclick: () => {
      details.querySelector('ol').replaceChildren(...members.map(([requirement, exchange]) =>
        evidenceItem(rows[requirement].evidence.find(evidence => evidence.exchange === exchange))));
      button.previousElementSibling.remove();
      button.remove();
    } });
    button.dataset.count = members.length;
    return button;
  }

  function fillMissing(details) {
    const names = make('div', { class: 'names', role: 'group', tabindex: '0', 'aria-label': details.firstElementChild.innerText });
    const rows = new RowList(names, make('ul'), name => make('li', {}, make('code', {}, name)));
    details.append(names);
    rows.show(requirements()[details.dataset.list]);
  }

  function speak(language) {
    root.lang = language;
    document.title = t('title', t(`outcome.${outcome}`));
    byId('search').placeholder = t('search-hint');
    for (const link of document.querySelectorAll('.languages a')) {
      link.toggleAttribute('aria-current', link.lang === language);
    }
    for (const button of document.querySelectorAll('button.all')) {
      button.replaceChildren(t('show-all', Number(button.dataset.count)));
    }
    explorers.forEach(explorer => explorer.build());
    search();
  }

  const outcome = ['conformant', 'non-conformant', 'incomplete'].find(word => document.querySelector(`.masthead.is-${word}`));
  root.classList.add('has-script');
  document.querySelectorAll('.cause .code').forEach(reveal);
  root.lang = preferred;
  makeExplorers();
  linkExchanges();
  completeCauses();
  speak(preferred);

  for (const link of document.querySelectorAll('.languages a')) {
    link.addEventListener('click', event => {
      event.preventDefault();
      speak(link.lang);
    });
  }
  for (const button of document.querySelectorAll('.cause .copy')) {
    button.addEventListener('click', () => copy(button, button.parentElement.querySelector('code').textContent));
  }
  for (const details of document.querySelectorAll('details[data-list]')) {
    details.addEventListener('toggle', () => fillMissing(details), { once: true });
  }
  let waiting;
  byId('search').addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 150);
  });
  document.addEventListener('keydown', event => {
    if (event.key === '/' && !event.target.closest('input, select, textarea, dialog')) {
      event.preventDefault();
      byId('search').focus();
    }
  });
  window.addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('main details:not([open])')) {
      details.dataset.folded = '';
      details.open = true;
    }
  });
  window.addEventListener('afterprint', () => {
    for (const details of document.querySelectorAll('details[data-folded]')) {
      delete details.dataset.folded;
      details.open = false;
    }
  });
})();
