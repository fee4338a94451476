// What no prompt may say, whoever writes it: claims that would make the guide a medical device or a
// promise that it cannot keep, and words that harm people in distress. Sources: the MHRA's guidance on
// digital mental health (what the interface says counts as purpose), NICE NG225 (no grading of risk),
// Samaritans' media guidelines, the NHS service manual.

const CONDITION = '(?:depression|anxiety|ptsd|ocd|psychosis|bipolar|schizophrenia|anorexia|bulimia'
  + '|an? (?:\\w+ )?(?:disorder|illness|condition))';
// Not after “if” and “whether”, which leave it open; “as if” does not.
const NOT_OPEN = '(?<!(?:(?<!\\bas )\\bif|\\bwhether|\\bwhen) )';
const TABLETS = '(?:tablets?|medicines?|medication|antidepressants?|pills?)';

/** Each with what must not be said, why, and what to write instead. */
export const RULES = [
  { id: 'diagnosis', instead: 'say what the condition is, and that a GP can find out',
    patterns: [
      `${NOT_OPEN}\\byou (?:(?:probably|clearly|likely|also|do|may|might|must|could|seem to|appear to) )?(?:have|are suffering from|suffer from) (?:\\w+ )?${CONDITION}\\b`,
      `${NOT_OPEN}\\byou (?:are|seem|sound|look|appear)(?: to be)? (?:\\w+ )?(?:depressed|anxious|psychotic|bipolar|manic|mentally unwell)\\b`,
      '\\b(?:i|we) (?:can |will |could )?diagnos', '\\b(?:my|our|the) diagnosis (?:is|for you)\\b',
      '\\byour (?:symptoms|answers|words|score) (?:mean|suggest|show|indicate|point to)',
    ] },
  { id: 'risk grade', instead: 'show the same help to everybody',
    patterns: [
      '\\b(?:low|lower|medium|moderate|high|higher|severe|no) risk\\b', '\\brisk (?:score|level|grade|rating)\\b',
      '\\byour score (?:is|was)\\b', '\\byou scored\\b',
    ] },
  { id: 'treatment advice', instead: 'describe the choices, and who can help to choose',
    patterns: [
      '\\byou (?:need|must have|require) (?:\\w+ ){0,2}(?:cbt|ipt|antidepressants?|medication|medicine|therapy|treatment)\\b',
      '\\bthe (?:right|best) (?:treatment|therapy|medicine) for you is\\b',
      `(?<!\\bnot )(?<!\\bnot stop or )\\b(?:stop|start|change|increase|reduce|double|skip)(?: taking)? (?:your|the|these) ${TABLETS}\\b`,
    ] },
  { id: 'promise of secrecy', instead: 'say what is kept and what others could see',
    patterns: [
      '\\bconfidential', '\\b(?:stays?|keep it|just) between us\\b', '\\b(?:your|the) secret is safe\\b',
      '\\b(?:nobody|no one|no-one) will (?:ever )?(?:know|find out|see)\\b',
      '\\bi (?:will not|won[’\']t|will never) tell (?:anyone|anybody)\\b',
      '\\b(?:completely|totally|fully|100%|entirely) (?:private|anonymous|safe|secure|secret)\\b',
    ] },
  { id: 'promise of cure', instead: 'say what helps many people',
    patterns: [
      '\\bguarantee', '\\bwill (?:cure|heal|fix|make) you\\b', '\\byou will (?:soon )?(?:be|get|feel) (?:better|well|fine|cured)\\b',
      '\\beverything will be (?:fine|ok|okay|all right|alright)\\b', '\\b(?:always|never fails to) work',
    ] },
  { id: 'person', instead: 'speak as the automated guide that it is',
    patterns: [
      '\\bi (?:know|understand) (?:exactly )?how you (?:feel|are feeling)\\b', '\\bi (?:really )?care about you\\b',
      '\\bi (?:am|[’\']m) (?:worried|proud|sad|happy for)\\b', '\\bi (?:have|[’\']ve) been there\\b',
      '\\bi (?:will|[’\']ll|can) (?:call|ring|contact|alert|tell) (?:someone|somebody|an? |the |your |for you)',
    ] },
  { id: 'method', instead: 'say “anything that could hurt you”',
    patterns: [
      '\\b(?:hang|hanging|hanged|drown|strangle|suffocate|shoot|poison|stab|gas) (?:your|my|him|her|them)sel', '\\b(?:noose|ligature|razors?|blades?|knife|knives|bleach|helium|carbon monoxide|firearm)\\b',
      '\\b(?:jump|jumping|jumped) (?:off|from|in front)\\b', '\\b(?:cut|slit|slash)(?:ting)? (?:your|their) (?:wrists?|arms?|veins?)\\b',
      '\\b(?:paracetamol|ibuprofen|insulin|opioids?|codeine)\\b', '\\boverdos', '\\bon the (?:tracks|railway line)\\b',
    ] },
  { id: 'stigma', instead: 'say “died by suicide”, “took their own life”, “thoughts of suicide”',
    patterns: [
      '\\bcommit(?:s|ted|ting)? suicide\\b', '\\b(?:successful|failed|unsuccessful|completed) (?:suicide|attempts?)\\b',
      '\\bcry for help\\b', '\\bsuicide epidemic\\b', '\\banything (?:silly|stupid)\\b', '\\bnot thinking of (?:suicide|ending)\\b',
      '\\battention[- ]seek', '\\bthe easy way out\\b',
    ] },
  { id: 'blame', instead: 'offer help without reasons why they ought to take it',
    patterns: [
      '\\b(?:selfish|cowardly|weak-willed)\\b', '\\bthink of (?:your|the) (?:family|children|kids|parents|mum)\\b',
      '\\byou (?:should|ought to) be (?:grateful|ashamed|happy)\\b', '\\b(?:snap out of it|pull yourself together|cheer up)\\b',
      '\\byou have so much to live for\\b',
    ] },
  { id: 'diet numbers', instead: 'leave numbers about food and weight out',
    patterns: ['\\d+ ?(?:k?cal|calories|kg|kilos?|stone|lbs?|pounds of weight)\\b', '\\bbmi\\b', '\\blose weight\\b'] },
  { id: 'hard words', instead: 'use the plain word of the NHS service manual',
    patterns: [
      '\\bclinicians?\\b', '\\btriage', '\\bdisorders?\\b', '\\bsuffer(?:s|ing)? from\\b', '\\bvictims? of\\b',
      '\\bmentally ill\\b', '\\bpass(?:ed|es|ing) away\\b', '\\bgp practice\\b', '\\bcommence\\b',
      '\\b(?:ring|dial) (?:\\d|them|us|the|for|a gp|your)',
    ] },
].map((rule) => ({ ...rule, patterns: rule.patterns.map((source) => new RegExp(source, 'giu')) }));

/** Everything in `text` that must not be said: `{id, words, instead}`. */
export function forbiddenIn(text) {
  const plain = text.replace(/[‘’]/g, '’').replace(/\s+/g, ' ');
  return RULES.flatMap(({ id, instead, patterns }) => patterns.flatMap((pattern) =>
    [...plain.matchAll(pattern)].map(([words]) => ({ id, words, instead }))));
}
