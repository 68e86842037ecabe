// Stops with one sentence where Node is too old to read the rest; plain JavaScript, so that an old Node can read this.
const oldest = 24

if (Number(process.versions.node.split('.')[0]) < oldest) {
  console.error(
    `Maple Bridge needs Node ${oldest} or newer and this is Node ${process.versions.node}: run it through npm after ` +
      '"npm ci" with install scripts allowed, which brings its own Node, or install a newer one.',
  )
  process.exit(1)
}
