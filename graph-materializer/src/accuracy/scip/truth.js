// What a SCIP index says of references, for score.py: node truth.js INDEX FOLDER SCIP_MODULE
//
// Names that are local to a document are left out: CodeGraph has no edges to them. A name with a
// parenthesis behind it is a call. Columns of the index count UTF-16 units, those of the truth bytes.
'use strict'
const fs = require('fs')
const path = require('path')
const [indexFile, folder, module_] = process.argv.slice(2)
const { scip } = require(path.resolve(module_))
const index = scip.Index.deserializeBinary(fs.readFileSync(indexFile))
const DEFINITION = 1

const definitions = new Map()
for (const document of index.documents) {
  for (const occurrence of document.occurrences) {
    if (occurrence.symbol_roles & DEFINITION && !occurrence.symbol.startsWith('local ')) {
      const at = [document.relative_path, occurrence.range[0] + 1]
      const known = definitions.get(occurrence.symbol)
      // A name that is declared several times, such as an interface, has several right answers.
      if (known) known.push(at)
      else definitions.set(occurrence.symbol, [at])
    }
  }
}
for (const document of index.documents) {
  const lines = fs.readFileSync(path.join(folder, document.relative_path), 'utf8').split('\n')
  for (const occurrence of document.occurrences) {
    const symbol = occurrence.symbol
    if (!symbol || symbol.startsWith('local ') || occurrence.symbol_roles & DEFINITION) continue
    const [line, start] = occurrence.range
    const end = occurrence.range.length === 3 ? occurrence.range[2] : occurrence.range[3]
    const text = lines[line] || ''
    const name = text.slice(start, end)
    if (!/^[\p{L}\p{N}_$#]+$/u.test(name)) continue
    const found = definitions.get(symbol) || []
    if (found.length > 1) continue
    // A module stands for its file, whose definition is its first line.
    const role = /^\s*(<[^<>()]*>)?\s*\(/.test(text.slice(end)) ? 'call' : 'reference'
    const column = Buffer.byteLength(text.slice(0, start), 'utf8') + 1
    const [to, toLine] = found.length === 1 ? found[0] : ['-', '-']
    console.log([role, document.relative_path, line + 1, column, name, to, toLine].join('\t'))
  }
}
