import * as pulumi from "@pulumi/pulumi";
import type { CoworkDeployment } from "../components/cowork-deployment.js";
import { runError } from "../components/run-error.js";
import { secretKeys } from "../components/secret-keys.js";
import { extendDeployment, type LoadedDeployment } from "../deployment/load.js";
import { repositoryFiles } from "../deployment/repository-files.js";
import { isObject } from "../json.js";
import { type DescribedOptions, deployDescribed } from "./deploy-described.js";
import { readDifferently, stackFile } from "./stack-file.js";

/**
 * The deployment that a stack's configuration describes, under `<project>:deployment`, in the words of a deployment file.
 *
 * ```ts
 * const deployment = await deploymentOfStack();
 * ```
 *
 * @throws `pulumi.RunError` with every problem, before anything is registered
 */
export async function deploymentOfStack(options: DescribedOptions = {}): Promise<CoworkDeployment> {
	const configured = readConfiguration();
	const extended = withExtended(configured);
	const found = [...readDifferently(configurationKey(), configured), ...extended.problems];
	return deployDescribed({ ...extended, problems: found }, options);
}

function configurationKey(): string {
	return `${new pulumi.Config().name}:deployment`;
}

function readConfiguration(): Record<string, unknown> {
	const key = configurationKey();
	// The engine decrypts what stands under `secure:` and hands it over in clear, as a part of everything else.
	if (secretKeys()?.includes(key)) {
		throw runError(
			`${key}: holds a secure: value, which would be in clear here; set the secret under a key of its own and refer to it as { fromConfig: key }`,
		);
	}
	const written = new pulumi.Config().getObject<unknown>("deployment");
	if (isObject(written)) return written;
	throw runError(
		`${key}: is missing in this stack's configuration; expected the words of a deployment file, as in Pulumi.quickstart.yaml`,
	);
}

/** What the deployment extends merged in; paths are relative to the stack's file. */
function withExtended(configured: Record<string, unknown>): LoadedDeployment {
	// A stack without extends needs no file: its configuration may stand elsewhere.
	if (!Object.hasOwn(configured, "extends"))
		return { value: configured, problems: [], locate: () => undefined, at: [] };
	const file = stackFile();
	const allowOutside = new pulumi.Config().getBoolean("allowOutside") ?? false;
	return extendDeployment(configured, file, repositoryFiles(file, { allowOutside }));
}
