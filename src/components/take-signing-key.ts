import type { KeyObject } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";
import { readSmallFile } from "../files/small-file.js";
import { made, type Outcome } from "../outcome.js";
import { below, type Problem } from "../problem.js";
import type { PublishOptions } from "../publication/publish-options.js";
import { readRevisionKey } from "../publication/sign.js";
import { isSecretReference } from "../reference/reference.js";
import { readText } from "../signing/read-signer.js";
import { inProject } from "./in-project.js";
import type { ProgramValues } from "./program-values.js";
import { inClear, lookUpSecret, notSet } from "./resolve-secrets.js";

const at = ["publish", "sign", "key"];

/**
 * The key that manifests of revisions are signed with, in PEM, as a secret; undefined where nothing is signed. Names of
 * files are relative to the root of the project. What is there already is checked before anything is registered.
 */
export function takeSigningKey(
	{ sign }: PublishOptions,
	passed: ProgramValues,
): Outcome<pulumi.Output<string> | undefined> {
	if (!sign) return made(undefined);
	if (!isSecretReference(sign.key)) {
		const read = readText(sign.key, (name) => readSmallFile(inProject(name)));
		return read.value === undefined ? { problems: placed(read.problems) } : checked(read.value);
	}
	const value = lookUpSecret(sign.key, passed);
	if (value === undefined || value === "") return { problems: [notSet(sign.key, at)] };
	const problems = inClear(sign.key, at);
	return typeof value === "string" ? checked(value, problems) : made(pulumi.secret(value).apply(String), problems);
}

/** The key that a text in PEM is, which an output may say only later. */
export function signingKeyOf(pem: string): Outcome<KeyObject> {
	const { value, problems } = readRevisionKey(pem);
	return value ? made(value) : { problems: placed(problems) };
}

function checked(pem: string, warnings: readonly Problem[] = []): Outcome<pulumi.Output<string>> {
	const { value, problems } = signingKeyOf(pem);
	return value ? made(pulumi.secret(pem), warnings) : { problems: [...problems, ...warnings] };
}

function placed(problems: readonly Problem[]): Problem[] {
	return problems.map((problem) => below(at, problem));
}
