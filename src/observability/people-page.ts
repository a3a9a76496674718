import { markdownCode, markdownTable } from "../table/markdown.js";
import { identifyingAttributes } from "./collector/known-attributes.js";
import { pseudonymKey } from "./collector/redaction.js";
import { defaultPeople, type People } from "./observability.js";
import type { ObservedPart } from "./observed-part.js";
import type { RenderedText } from "./rendered-file.js";

/** How whoever follows a runbook finds the device and the person behind an event. */
export function peoplePage(part: ObservedPart): RenderedText {
	const { people = defaultPeople, collector, owners } = part.observability;
	const lines = [
		`# Behind an event of deployment ${part.name}`,
		"",
		"## The device",
		"",
		"No record names a device: of what a device says of itself, its system and the version of the program pass, and neither its",
		"name nor a serial number. A person's devices are in the MDM, by the person.",
		"",
		"## The person",
		"",
		...(people === "none"
			? [
					"No record says who it is of: `observability.people` is `none`. The same session.id is the same session, and no more.",
				]
			: [
					...markdownTable(
						["attribute", "what the program sends"],
						identifyingAttributes.map((name) => [markdownCode(name), sent[name] ?? ""]),
					),
					"",
					"Each is there where the program knows it. `user.id` is of no directory: it leads to a person by another record of the",
					"same `user.id`, or of the same session, that has one of the others.",
					"",
					...found(people),
				]),
		...(collector.sinks?.content && people !== "named"
			? [
					"",
					`The store for content keeps them as they are sent; who may read it is in \`DATA.md\`${owners?.privacy === undefined ? "" : ", and `owners.privacy` answers for it"}.`,
				]
			: []),
	];
	return { name: "runbooks/README.md", mediaType: "text/markdown", content: `${lines.join("\n")}\n` };
}

/** https://claude.com/docs/cowork/monitoring and https://code.claude.com/docs/en/monitoring-usage */
const sent: Readonly<Record<string, string>> = {
	"user.id": "an identifier that it made for itself",
	"user.email": "the address of an account of Anthropic; no third-party inference has one",
	"user.account_uuid": "the same account's identifier",
	"user.account_id": "the same account's identifier, in another form",
	"enduser.id": "who signed in to Claude Desktop, or what `observability.attributes` gives",
	"process.owner": "the account on the device that the program runs as, or what `observability.attributes` gives",
};

function found(people: People): string[] {
	if (people === "named") return ["They are as the program sends them."];
	return [
		"The collector puts a pseudonym in the place of each: the SHA-256, in lower-case hexadecimal digits, of what the program",
		`sent, a bar, and the key that the collector has as ${markdownCode(pseudonymKey)}. Nobody goes back from one to a person. Whoever may use`,
		"the key goes the other way: through the directory, address by address or account by account, until one gives the pseudonym.",
		"Upper and lower case are different, and another key gives other pseudonyms.",
		"",
		"```sh",
		`printf '%s|%s' 'ada@example.com' "$${pseudonymKey}" | sha256sum`,
		"```",
		"",
		"On macOS `shasum -a 256` stands in the place of `sha256sum`. The key is read where the collector reads it, for the case",
		"alone, and whoever reads it writes down why.",
	];
}
