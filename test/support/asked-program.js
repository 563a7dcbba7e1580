// Answers questions to the built program, one after another: what a run of its own would say, without a start each time.
import process from 'node:process';
import { loadProgram } from '../../bin/program.js';

const { program } = loadProgram();
const variables = { ...process.env };

/** Takes the text that is written to a stream from now on; the stream itself gets none of it. */
function taken(stream) {
  let text = '';
  stream.removeAllListeners('error');
  stream.write = (chunk, ...rest) => {
    text += chunk;
    const done = rest.at(-1);
    if (typeof done === 'function') process.nextTick(done);
    return true;
  };
  return () => text;
}

async function answer({ args, cwd, env }) {
  process.chdir(cwd);
  process.env = { ...variables, ...env };
  const [stdout, stderr] = [taken(process.stdout), taken(process.stderr)];
  const code = await program.run(args);
  return { code, stdout: stdout(), stderr: stderr() };
}

let last = Promise.resolve();
process.on('message', (question) => {
  last = last.then(async () => {
    process.send({ id: question.id, run: await answer(question) });
  });
});
process.on('disconnect', () => process.exit());
