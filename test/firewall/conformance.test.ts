import { describe, expect, it } from "vitest";
import type { FirewallBackend } from "../../src/firewall/backend.js";
import { firewallBackends } from "../../src/firewall/index.js";
import { formatProblem } from "../../src/problem.js";
import { cases, planned } from "./cases.js";
import { examine, outcomeOf } from "./exam.js";
import { readerOf } from "./reader.js";

const backends = Object.entries<FirewallBackend>(firewallBackends);

for (const [word, backend] of backends) examine(word, backend, await readerOf(word));

const golden = backends.flatMap(([word, backend]) =>
	Object.entries(backend.examples).flatMap(([example, block]) =>
		Object.entries(cases).map(([title, hosts]) => ({ word, example, title, backend, block, hosts })),
	),
);

describe("golden files", () => {
	it.each(golden)("$word/$example/$title", async ({ word, example, title, backend, block, hosts }) => {
		const { value, problems } = outcomeOf({ backend, block }, hosts.map(planned));
		const files = value?.files ?? [{ name: "refused.txt", content: `${problems.map(formatProblem).join("\n")}\n` }];
		for (const { name, content } of files) {
			await expect(content).toMatchFileSnapshot(`../golden/firewall/${word}/${example}/${title}/${name}`);
		}
	});
});
