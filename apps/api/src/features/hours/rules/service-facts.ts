/**
 * What a record says about the service beside its minutes (志愿服务记录与证明出具办法 art. 8–10), as it was when it was
 * recorded: an activity that is renamed or moved later changes no record.
 */
export interface ServiceFacts {
  /** 名称 */
  readonly title: string;
  readonly roleName: string;
  /** 内容: what the role does; the role's name where nothing more was written. */
  readonly content: string;
  /** The planned window, UTC. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** 地点; empty where none was named. */
  readonly placeName: string;
  /** 组织单位, which records. */
  readonly unitName: string;
  /** 负责人 */
  readonly responsibleName: string;
  /**
   * What the volunteer's account was called when this version was confirmed: renaming it later changes no paper.
   * Missing in what waits and in what was confirmed before names were frozen.
   */
  readonly personName?: string;
}

export const readFacts = (json: string): ServiceFacts => JSON.parse(json) as ServiceFacts;
