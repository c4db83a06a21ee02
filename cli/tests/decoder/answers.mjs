// What the exported modules say of the answers in a file, as JSON in the form of `said` in
// `cli/tests/commands/decoder.rs`.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [cases] = process.argv.slice(2);
const said = [];
for (const { module, answers } of JSON.parse(readFileSync(cases, "utf8"))) {
  const { decode, catalog } = await import(pathToFileURL(module));
  const slots = catalog.shape.slots.map((slot) => slot.name);
  const parameters = catalog.entries.flatMap((entry) => entry.parameters.map(({ name }) => name));
  const each = (names, of) =>
    Object.fromEntries([...new Set(names)].sort().map((name) => [name, of(name)]));
  for (const { status, body, headers } of answers) {
    const answer = decode(status, body, headers);
    said.push({
      is_recognized: answer.isRecognized,
      basis: answer.basis,
      entry: answer.entry && answer.entry.name,
      code: answer.code,
      message: answer.message,
      title: answer.title("fr"),
      description: answer.description("en-GB"),
      action: answer.action("fr"),
      retry: answer.retry(),
      retry_after: answer.retryAfter(),
      actor: answer.actor(),
      effect: answer.effect(),
      localized: answer.localizedMessage("fr-CI"),
      slots: each(slots, (name) => answer.slotJson(name)),
      parameters: each(parameters, (name) => answer.parameterJson(name)),
      errors: answer.errors.map((error) => ({
        entry: error.entry && error.entry.name,
        code: error.code,
        message: error.message,
        localized: error.localizedMessage("fr"),
        slots: each(slots, (name) => error.slotJson(name)),
        parameters: each(parameters, (name) => error.parameterJson(name)),
      })),
    });
  }
}
process.stdout.write(JSON.stringify(said));
