import type { BindingCondition } from "../properties.js";

/**
 * Who may do what in a project: bindings as an allow policy has them, and what roles that are created permit.
 * https://cloud.google.com/iam/docs/reference/rest/v1/Policy
 */
export type AccessPolicy = {
	readonly project: string;
	readonly bindings: readonly AccessBinding[];
	/** Permissions by the name of a role; one that exists is not among them. */
	readonly roles: Readonly<Record<string, readonly string[]>>;
};

export type AccessBinding = {
	readonly role: string;
	readonly members: readonly string[];
	/** @default - it always holds */
	readonly condition?: Readonly<BindingCondition>;
};

/** Lets a model of a publisher be called, and its tokens be counted: Google asks for nothing else. */
export const predictPermission = "aiplatform.endpoints.predict";
/** Lets requests name a project that pays for them. */
export const usePermission = "serviceusage.services.use";
