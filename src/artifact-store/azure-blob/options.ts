/** Where files go in Azure Blob Storage, and who gets them there. */
export interface AzureBlobStoreOptions<Late = string> {
	/** Subscription of the resource group, by id. */
	readonly subscription: string;
	/** Resource group of the account; it exists. */
	readonly resourceGroup: Late;
	/** Region of an account that is created, or where one that exists is, such as `westeurope`. @default - that of the resource group */
	readonly location?: Late;
	/** The storage account. @default - it is created, under a name made of the deployment's and the subscription's */
	readonly account?: AzureBlobAccount;
	/** The container for what carries no secret. @default - it is created as `cowork` */
	readonly container?: AzureBlobContainer;
	/** Folder in the container that everything is below, such as `cowork/prod`. @default - none */
	readonly prefix?: string;
	/** Where copies of an account that is created are kept. @default "Standard_LRS" */
	readonly sku?: AzureBlobSku;
	/**
	 * Whether an account that is created takes its keys besides Entra ID. With one, which
	 * `AZURE_STORAGE_CONNECTION_STRING` names, files are written where Entra ID gives nobody the right. @default false
	 */
	readonly sharedKey?: boolean;
	/** Who reaches an account that is created. @default - everybody whom Entra ID lets in */
	readonly network?: AzureBlobNetwork<Late>;
	/** Own key of an account that is created. @default - Microsoft's */
	readonly encryption?: AzureBlobEncryption<Late>;
	/** Whether an account that is created keeps what is overwritten. @default true */
	readonly versioning?: boolean;
	/** Days that an account that is created keeps what is deleted. @default 30 */
	readonly softDeleteDays?: number;
	/** Who may read what carries no secret. @default - who may already */
	readonly readers?: readonly AzureBlobPrincipal[];
	/**
	 * Who may write, such as what runs Pulumi: no role but those for data lets anybody. An empty list says that they may
	 * already. @default - who may already, with a warning where the container is created
	 */
	readonly writers?: readonly AzureBlobPrincipal[];
	/** What carries a secret goes here. @default - the store takes no such file */
	readonly sensitive?: AzureBlobSensitive<Late>;
	/** Tags of everything created that takes them. @default - none */
	readonly tags?: Readonly<Record<string, string>>;
	/**
	 * Whether containers and accounts that are created stay when they leave the program; otherwise they go with everything
	 * in them. @default true
	 */
	readonly retain?: boolean;
}

export interface AzureBlobAccount {
	/** @default - made of the deployment's and the subscription's */
	readonly name?: string;
	/** Whether it is there: nothing of it changes. @default false */
	readonly existing?: boolean;
}

export interface AzureBlobContainer {
	/** @default "cowork" */
	readonly name?: string;
	/** Whether it is there: nothing of it changes. @default false */
	readonly existing?: boolean;
}

/** https://learn.microsoft.com/azure/storage/common/storage-redundancy */
export type AzureBlobSku =
	| "Standard_LRS"
	| "Standard_ZRS"
	| "Standard_GRS"
	| "Standard_GZRS"
	| "Standard_RAGRS"
	| "Standard_RAGZRS";

/** Everybody who is not named is refused. */
export interface AzureBlobNetwork<Late = string> {
	/** Public IPv4 addresses and ranges that readers, and what runs Pulumi, come from. @default - none */
	readonly addresses?: readonly string[];
	/** Subnets with the service endpoint `Microsoft.Storage`, by id. @default - none */
	readonly subnets?: readonly Late[];
	/** Whether Azure's own trusted services come past the rules. @default false */
	readonly trustedServices?: boolean;
}

export interface AzureBlobEncryption<Late = string> {
	/** Address of the key vault, with soft delete and purge protection on. */
	readonly keyVaultUri: Late;
	readonly keyName: Late;
	/** @default - the newest, which Azure looks for once a day */
	readonly keyVersion?: Late;
	/** Id of a managed identity that may already wrap and unwrap with the key. */
	readonly identity: Late;
}

/** Somebody of the directory. */
export interface AzureBlobPrincipal {
	/** Of an app it is that of its service principal, not the app's. */
	readonly objectId: string;
	readonly type: "User" | "Group" | "ServicePrincipal";
}

/** A place apart. An account of its own keeps those who hold a role or a key of the other out. */
export interface AzureBlobSensitive<Late = string> {
	/** A storage account of its own. @default - the container is in the other one */
	readonly account?: AzureBlobAccount;
	/** @default - it is created as `cowork-sensitive` */
	readonly container?: AzureBlobContainer;
	/** Who reaches its own account. @default - everybody whom Entra ID lets in */
	readonly network?: AzureBlobNetwork<Late>;
	/** Key of its own account. @default - Microsoft's */
	readonly encryption?: AzureBlobEncryption<Late>;
	/** Who may read what carries a secret. @default - who may already */
	readonly readers?: readonly AzureBlobPrincipal[];
}
