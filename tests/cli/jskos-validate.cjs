// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the npm package jskos-validate about JSKOS files: node jskos-validate.cjs TYPE FILE...
// TYPE is concordance, mapping or scheme. A file may hold one object, an array, or one object a line.
const fs = require("fs")

const [type, ...files] = process.argv.slice(2)
const { validate } = require("jskos-validate")
let bad = 0

for (const file of files) {
  const text = fs.readFileSync(file, "utf8")
  const texts = file.endsWith(".ndjson") ? text.trim().split("\n") : [text]

  for (const object of texts.flatMap(one => JSON.parse(one))) {
    if (!validate[type](object)) {
      bad++
      console.log(`${file}: ${JSON.stringify(validate[type].errorMessages)}`)
    }
  }
}
process.exitCode = bad ? 1 : 0
