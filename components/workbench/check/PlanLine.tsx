'use client';

import type { Annotation } from '@/lib/domain/annotation';
import { checkDepths, checkPriorities, riskFlags } from '@/lib/domain/check';
import { refusalOfAct } from '@/lib/domain/laws/check-laws';
import { messages } from '../../messages';
import { check } from '../../messages/check';
import { claimWords } from '../../messages/claim-words';
import { MenuCheck, MenuGroup, MenuHeading, MenuRadios } from '../../ui/Menu';
import { useNow } from '../../ui/use-now';
import { useWorkbench } from '../workbench-context';
import { DueMenu } from './DueMenu';
import { dueText } from './due-text';
import { PlanMenu } from './PlanMenu';
import type { CheckDoing } from './use-check';

const words = check.plan;
const { checkPriorities: priorityWords } = messages.words;
const { checkDepths: depthWords, riskFlags: riskWords } = claimWords;

type PlanLineProps = {
  readonly annotation: Annotation;
  readonly doing: CheckDoing;
  readonly onOtherTime: () => void;
};

/** Who is to check the claim, how urgent, by when, how deep and with what risk; each changed where it stands. */
export function PlanLine({ annotation, doing, onOtherTime }: PlanLineProps) {
  const { actor, people, rules } = useWorkbench();
  const now = useNow();
  const { plan } = annotation.check;
  const mayPlan = refusalOfAct('plan', actor, annotation) === undefined;
  const nameOf = (id: string): string => people[id]?.name ?? messages.margin.card.unknownPerson;
  const risks = plan.riskFlags.map((flag) => riskWords[flag]).join(', ');
  const due = plan.dueAt === null ? null : dueText(plan.dueAt, now, annotation.check.status === 'signed_off');
  const checkers = rules.members.filter(({ role }) => role !== 'viewer');
  const everybody =
    plan.assigneeId !== null && checkers.every(({ id }) => id !== plan.assigneeId)
      ? [...checkers, { id: plan.assigneeId, name: nameOf(plan.assigneeId) }]
      : checkers;

  function assign(id: string): void {
    const isNobody = id === '';
    doing.plan(
      { assigneeId: isNobody ? null : id },
      isNobody ? words.done.unassigned : words.done.assignee(nameOf(id)),
    );
  }

  function toggleRisk(flag: (typeof riskFlags)[number], isOn: boolean): void {
    const chosen = riskFlags.filter((other) => (other === flag ? isOn : plan.riskFlags.includes(other)));
    doing.plan({ riskFlags: chosen }, words.done.risk(chosen.map((one) => riskWords[one]).join(', ')));
  }

  return (
    <fieldset className="-ms-1.5 flex flex-wrap items-center text-xs text-ink-2">
      <legend className="sr-only">{words.label}</legend>
      <PlanMenu
        field="assignee"
        value={plan.assigneeId === null ? words.nobody : nameOf(plan.assigneeId)}
        isSet={plan.assigneeId !== null}
        isFixed={!mayPlan}
      >
        <MenuRadios
          label={words.assignee}
          options={[
            { value: '', label: words.nobody },
            ...everybody.map(({ id, name }) => ({
              value: id,
              label: id === actor.userId ? words.me(name) : name,
            })),
          ]}
          value={plan.assigneeId ?? ''}
          onChange={assign}
        />
      </PlanMenu>
      <PlanMenu
        field="priority"
        value={
          plan.priority === 'normal' ? priorityWords.normal : words.priorityOf(priorityWords[plan.priority])
        }
        isSet={plan.priority !== 'normal'}
        isFixed={!mayPlan}
        isLoud={plan.priority === 'urgent'}
      >
        <MenuRadios
          label={words.priority}
          options={checkPriorities.map((value) => ({ value, label: priorityWords[value] }))}
          value={plan.priority}
          onChange={(priority) => doing.plan({ priority }, words.done.priority(priorityWords[priority]))}
        />
      </PlanMenu>
      <DueMenu due={due} isFixed={!mayPlan} doing={doing} onOtherTime={onOtherTime} />
      <PlanMenu
        field="depth"
        value={plan.depth === 'standard' ? depthWords.standard : words.depthOf(depthWords[plan.depth])}
        isSet={plan.depth !== 'standard'}
        isFixed={!mayPlan}
      >
        <MenuRadios
          label={words.depth}
          options={checkDepths.map((value) => ({ value, label: depthWords[value] }))}
          value={plan.depth}
          onChange={(depth) => doing.plan({ depth }, words.done.depth(depthWords[depth]))}
        />
      </PlanMenu>
      <PlanMenu
        field="risk"
        value={risks === '' ? words.noRisk : risks}
        isSet={risks !== ''}
        isFixed={!mayPlan}
        isLoud={risks !== ''}
      >
        <MenuGroup>
          <MenuHeading>{words.riskHint}</MenuHeading>
          {riskFlags.map((flag) => (
            <MenuCheck
              key={flag}
              checked={plan.riskFlags.includes(flag)}
              onChange={(isOn) => toggleRisk(flag, isOn)}
            >
              {riskWords[flag]}
            </MenuCheck>
          ))}
        </MenuGroup>
      </PlanMenu>
    </fieldset>
  );
}
