// What checking the types of a program costs with the package, beside the same program without.
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { median, processorTime, root, rounds } from "./measure.js";

const plain = `import * as pulumi from "@pulumi/pulumi";
export const name = pulumi.output("eu");
`;
const described = `${plain}
import { CoworkDeployment, gateway } from "pulumi-cowork";
new CoworkDeployment("eu", {
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11", identifier: "com.example.cowork" },
	inference: gateway({ baseUrl: "https://llm.example.com", models: ["claude-sonnet-5"], signIn: { interactive: {} } }),
	groups: { pilot: { preset: "standard" } },
});
`;

export function checkingTypes(folder) {
	const [without, with_] = [plain, described].map((text, index) => {
		const project = path.join(folder, `types-${index}`);
		const modules = path.join(project, "node_modules");
		mkdirSync(path.join(modules, "@pulumi"), { recursive: true });
		symlinkSync(root, path.join(modules, "pulumi-cowork"), "junction");
		symlinkSync(path.join(root, "node_modules/@pulumi/pulumi"), path.join(modules, "@pulumi/pulumi"), "junction");
		writeFileSync(path.join(project, "package.json"), '{ "private": true, "type": "module" }');
		writeFileSync(path.join(project, "main.ts"), text);
		const options = {
			module: "nodenext",
			target: "es2022",
			strict: true,
			noEmit: true,
			skipLibCheck: false,
			types: [],
		};
		writeFileSync(
			path.join(project, "tsconfig.json"),
			JSON.stringify({ compilerOptions: options, files: ["main.ts"] }),
		);
		return project;
	});
	const check = (cwd) => processorTime([path.join(root, "node_modules/typescript/bin/tsc")], { cwd });
	const value = median(rounds(5, () => check(with_) / check(without)));
	return { what: "tsc of a program with the package, to without", value, unit: "times", limit: 1.2 };
}
