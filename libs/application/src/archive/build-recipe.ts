/** What a recipe names. */
export type RecipeFacts = {
  readonly buildId: string;
  readonly nodeVersion: string;
  readonly sdkVersion: string;
  readonly bundleHash: string;
  readonly lockFileHash: string;
};

/** How to run a build again in ten years, in words; the same facts give the same bytes. */
export function buildRecipe(facts: RecipeFacts): string {
  const { buildId, nodeVersion, sdkVersion, bundleHash, lockFileHash } = facts;
  return `考绩流程构建 ${buildId} 的重装说明

本构建由 Node.js ${nodeVersion} 与 Temporal TypeScript SDK ${sdkVersion} 运行。
流程包：${bundleHash}
锁定文件 package-lock.json：${lockFileHash}

1. 安装 Node.js ${nodeVersion}。
2. 在空文件夹放入锁定文件与写明 "@temporalio/worker": "${sdkVersion}" 的 package.json，运行 npm install；
   锁定文件写有每个软件包的版本与哈希。
3. 用 Worker.runReplayHistory({ workflowBundle: { codePath: 流程包 } }, 历史) 重放。
   流程包为单一文件，无需再打包。

How to run build ${buildId} of the flows again

It ran under Node.js ${nodeVersion} with the Temporal TypeScript SDK ${sdkVersion}.
Workflow bundle: ${bundleHash}
Lock file package-lock.json: ${lockFileHash}

1. Install Node.js ${nodeVersion}.
2. Put the lock file and a package.json that asks for "@temporalio/worker": "${sdkVersion}" into an empty folder and
   run npm install; the lock file names the version and the hash of every package.
3. Replay with Worker.runReplayHistory({ workflowBundle: { codePath: the bundle } }, history).
   The bundle is one file and needs no bundling again.
`;
}
