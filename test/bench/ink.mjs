// A scenario as a story in ink, the language of inkjs: the same steps, answers, lines, temperature,
// patience and threat, so that the same answers lead to the same end.

/**
 * @param course a scenario's course
 * @param lang of the texts
 * @param ours svalka's own functions
 */
export function inkOf(course, lang, { judge, moveBits, faultBits }) {
  const { machine, scenario, threats } = course;
  const kind = scenario.threat?.kind;
  const nodes = machine.nodes
    .map((node, i) => ({ ...node, i }))
    .filter(({ end, threat }) => end === null && (threat === null || threat === kind));
  const knots = nodes.map((node) => {
    const { threat, step } = node;
    return knot(node, threat === null ? scenario.steps[step] : threats.get(threat).steps[step].practice);
  });
  const [{ i: first }] = nodes;
  return `VAR t = ${machine.temperature}
VAR tries = 0
VAR missed = 0
VAR fired = 0
VAR back = -> n${first}
${shuffled(scenario.opening[lang])}
-> n${first}
${knots.join('\n')}
=== finish ===
{ t <= ${machine.calmAt} and missed == 0: -> calm }
-> unresolved
${['calm', 'unresolved', 'lost'].map((end) => `=== ${end} ===\n${shuffled(scenario.ends[end][lang])}\nended ${end}\n-> END`).join('\n')}
=== safe ===
ended safe
-> END
`;

  /** A step: the threat that breaks in, the customer lost, the answers. */
  function knot(node, practice) {
    const { i, stop, required, threatFrom, threatAt } = node;
    const breaksIn =
      threatFrom > machine.lostAt
        ? ''
        : `{ fired == 0 and t >= ${threatFrom}:
    ~ fired = 1
    ~ tries = 0
    ~ back = -> n${i}
    ${machine.nodes[threatAt].stop ? '~ missed = 0' : ''}
    ${shuffled(scenario.threat.line[lang])}
    -> n${threatAt}
}`;
    const on = target(node.next);
    const answers = Object.values(practice.choices).map((choice) => answer(node, practice, choice, on));
    return `=== n${i} ===
${breaksIn}
${stop ? '' : `{ t >= ${machine.lostAt}: -> lost }`}
${answers.join('\n')}
+ [skip]
    ~ t = MIN(t + ${machine.skipped}, ${machine.lostAt})
    ${required ? '~ missed = 1' : ''}
    ~ tries = 0
    -> ${on}
=== wrong${i} ===
~ tries = tries + 1
{ tries >= ${machine.patience}:
    ~ tries = 0
    ${required ? '~ missed = 1' : ''}
    -> ${on}
}
-> n${i}`;
  }

  function answer({ i, ...node }, practice, choice, on) {
    const moves = moveBits(choice.moves ?? []);
    const faults = faultBits(choice.faults ?? []);
    const verdict = judge(node, moves, faults);
    const heats = {
      right: 0,
      fault: Math.min(
        machine.atMost,
        weight(machine.heats, faults).reduce((a, b) => a + b, 0),
      ),
      'too-soon': machine.tooSoon,
      loop: machine.loop,
      silent: machine.silent,
    }[verdict];
    const mood = verdict === 'right' ? 'calmer' : heats > 0 ? 'hotter' : 'same';
    const said = choice.reply ? plain(choice.reply[lang]) : shuffled(practice[mood][lang]);
    const hotter = `~ t = MIN(t + ${heats}, ${machine.lostAt})`;
    const change = {
      right: `~ t = MAX(t - ${Math.max(0, ...weight(machine.cools, moves & node.wants))}, 0)\n    ~ tries = 0`,
      loop: `{ tries > 0:\n        ${hotter}\n    }`,
    };
    return `+ [${plain(choice[lang])}]
    ${said}
    ${change[verdict] ?? hotter}
    -> ${verdict === 'right' ? on : `wrong${i}`}`;
  }

  function target(next) {
    if (next === -1) return 'back';
    if (next === -2) return 'finish';
    return machine.nodes[next].end ?? `n${next}`;
  }
}

const weight = (weights, bits) => weights.filter((_, i) => bits & (1 << i));
const plain = (text) => text.replace(/[|{}#[\]\\~/]/g, '');
const shuffled = (lines) => `{~${lines.map(plain).join('|')}}`;
