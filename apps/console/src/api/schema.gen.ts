// Made by `npm run api-types` from the OpenAPI document; a test says when it is out of date.
export interface paths {
    "/": {
        /** 首页 Where to look */
        get: operations["OperationController_landing"];
    };
    "/api/acts": {
        /** 批量办理 The same act on several lists */
        post: operations["ActController_actOnMany"];
    };
    "/api/appraisals/{appraisalId}/audit-bundle": {
        /** 本人考核的审计包 All that proves one's own appraisal, and nothing of others */
        get: operations["AuditController_own"];
    };
    "/api/appraisals/{appraisalId}/consequence-confirmations": {
        /** 逐项确认不利处理 Confirms or refuses adverse consequences, one by one */
        post: operations["DecisionController_confirm"];
    };
    "/api/appraisals/{appraisalId}/contests": {
        /** 申请复核 Contests the result */
        post: operations["ResultController_contest"];
    };
    "/api/appraisals/{appraisalId}/deciders": {
        /** 审议人员 Who decides on the list one is on */
        get: operations["ActController_deciders"];
    };
    "/api/appraisals/{appraisalId}/departure": {
        /** 登记离岗 Records that someone left */
        post: operations["ResultController_depart"];
    };
    "/api/appraisals/{appraisalId}/duty-report": {
        /** 提交述职报告 Submits my duty report */
        put: operations["MarkController_dutyReport"];
    };
    "/api/appraisals/{appraisalId}/follow-up": {
        /** 改进计划与谈话记录 Plans and talks after a result */
        get: operations["DecisionController_followUp"];
    };
    "/api/appraisals/{appraisalId}/gates": {
        /** 不利处理的前置条件 What stands before each hurting consequence */
        get: operations["DecisionController_gates"];
    };
    "/api/appraisals/{appraisalId}/history": {
        /** 流程历史（可离线重放） The history of an appraisal, to be replayed */
        get: operations["ResultController_history"];
    };
    "/api/appraisals/{appraisalId}/improvement-plans": {
        /** 责令限期改进 Sets a plan to improve by a deadline */
        post: operations["DecisionController_setPlan"];
    };
    "/api/appraisals/{appraisalId}/interests": {
        /** 申报利害关系（亲属、竞争同一岗位） Declares a relative or a competitor for the same post */
        post: operations["PanelController_declare"];
    };
    "/api/appraisals/{appraisalId}/kin": {
        /** 登记亲属关系（回避） Records that an account belongs to a relative */
        post: operations["ContestController_kin"];
    };
    "/api/appraisals/{appraisalId}/later-decisions": {
        /** 记录之后决定可以办理的事项 Decides after the record what an office may do */
        post: operations["DecisionController_later"];
    };
    "/api/appraisals/{appraisalId}/later-grade": {
        /** 审查调查结束后补定等次（第四十二条） Grades after a hold (Art 42) */
        post: operations["ResultController_laterGrade"];
    };
    "/api/appraisals/{appraisalId}/marking-file": {
        /** 评分参考：述职报告与平时考核 The duty report and routine record, for who marks */
        get: operations["MarkController_file"];
    };
    "/api/appraisals/{appraisalId}/panels": {
        /** 谁在评议我 Who sits for me */
        get: operations["PanelController_own"];
    };
    "/api/appraisals/{appraisalId}/receipt": {
        /** 本人确认收到书面结果（复核期限自此起算） Receives the written result */
        post: operations["ContestController_receive"];
    };
    "/api/appraisals/{appraisalId}/recusal-requests": {
        /** 申请回避 Asks that somebody stand aside */
        post: operations["ActController_requestRecusal"];
    };
    "/api/appraisals/{appraisalId}/result": {
        /** 考核结果及依据 A result and how it came about */
        get: operations["ResultController_result"];
    };
    "/api/appraisals/{appraisalId}/signature": {
        /** 签收结果（或拒签） Signs the result, or refuses to */
        post: operations["ResultController_sign"];
    };
    "/api/appraisals/{appraisalId}/story": {
        /** 一次考核的经过：逐步重放，每步之后的状态 An appraisal as it happened: replayed step by step, with the state after each */
        get: operations["ResultController_story"];
    };
    "/api/appraisals/{appraisalId}/talks": {
        /** 登记谈话 Records a talk */
        post: operations["DecisionController_talk"];
    };
    "/api/appraisals/{appraisalId}/year": {
        /** 我的年度：述职与各步骤的日期 My own year: duty report, steps and their dates */
        get: operations["ResultController_year"];
    };
    "/api/appraisals/mine": {
        /** 我的考核 My own appraisals */
        get: operations["ResultController_mine"];
    };
    "/api/areas": {
        /** 地区列表 The areas */
        get: operations["PlaceController_areas"];
    };
    "/api/areas/{areaId}/payroll-exports": {
        /** 工资事项导出记录 Every export for payroll */
        get: operations["LedgerController_exports"];
    };
    "/api/areas/{areaId}/plan-dates": {
        /** 某日启动时各阶段的起止日期 The dates of every stage if opened on a day */
        get: operations["PlanningController_planDates"];
    };
    "/api/areas/{areaId}/plan-people": {
        /** 各单位各步骤现由谁承担 Who would do what in each unit */
        get: operations["PlanningController_planPeople"];
    };
    "/api/areas/{areaId}/units": {
        /** 某地区的单位和社区 The units of an area and their communities */
        get: operations["PlaceController_units"];
    };
    "/api/calendars/{year}": {
        /** 一年的工作日与节假日 The working days and holidays of a year */
        get: operations["PlanningController_calendarYear"];
    };
    "/api/contests/{contestId}": {
        /** 复核、申诉的经过 A contest and what happened to it */
        get: operations["ContestController_view"];
    };
    "/api/contests/{contestId}/appeal": {
        /** 提出申诉 Appeals against the outcome of a review */
        post: operations["ContestController_appeal"];
    };
    "/api/contests/{contestId}/decision-again": {
        /** 发回后重新审定 Decides again what was sent back */
        post: operations["ContestController_again"];
    };
    "/api/contests/{contestId}/delivery": {
        /** 登记复核（申诉）决定送达 Records how an outcome was delivered */
        post: operations["ContestController_deliverOutcome"];
    };
    "/api/contests/{contestId}/difference": {
        /** 复核、申诉前后的结果 The result before and after a contest changed it */
        get: operations["ContestController_difference"];
    };
    "/api/contests/{contestId}/file": {
        /** 复核卷宗 The file of a contest, for whoever hears it */
        get: operations["ContestController_file"];
    };
    "/api/contests/{contestId}/hearings": {
        /** 记录听取陈述 Keeps a note of a hearing */
        post: operations["ContestController_hear"];
    };
    "/api/contests/{contestId}/outcome": {
        /** 作出复核（申诉）决定 Decides a contest */
        post: operations["ContestController_decide"];
    };
    "/api/contests/{contestId}/receipt": {
        /** 本人确认收到复核（申诉）决定 Receives the outcome of a contest */
        post: operations["ContestController_receiveOutcome"];
    };
    "/api/contests/{contestId}/trial": {
        /** 试算更正后的结果 What corrections would come to; changes nothing */
        post: operations["ContestController_trial"];
    };
    "/api/contests/{contestId}/withdrawal": {
        /** 撤回复核（申诉）申请 Takes a contest back */
        post: operations["ContestController_withdraw"];
    };
    "/api/cycles": {
        /** 考核列表 Cycles I may see */
        get: operations["CycleController_list"];
        /** 制定年度考核方案 Plans a cycle */
        post: operations["CycleController_create"];
    };
    "/api/cycles/{cycleId}": {
        /** 一次考核及各单位进度 One cycle and where each unit stands */
        get: operations["CycleController_view"];
    };
    "/api/cycles/{cycleId}/access": {
        /** 谁查看过什么（最近的在前） Who looked at what, newest first */
        get: operations["AccessController_access"];
    };
    "/api/cycles/{cycleId}/adjustments": {
        /** 登记加分与扣分及佐证 Records bonuses and deductions with their evidence */
        post: operations["MarkController_adjustments"];
    };
    "/api/cycles/{cycleId}/appraisals": {
        /** 考核对象列表 The appraisals of a cycle */
        get: operations["CycleController_appraisals"];
    };
    "/api/cycles/{cycleId}/appraisees": {
        /** 年中加入一名考核对象 Adds someone who joins mid-cycle */
        post: operations["RosterController_admit"];
    };
    "/api/cycles/{cycleId}/audit-bundle": {
        /** 整个周期的审计包（可离线核验） All that proves a cycle, to be verified off line */
        get: operations["AuditController_cycle"];
    };
    "/api/cycles/{cycleId}/ballot-boxes": {
        /** 票箱与开箱进度 Ballot boxes, and how far each is opened */
        get: operations["BallotBoxController_boxes"];
    };
    "/api/cycles/{cycleId}/ballot-boxes/open": {
        /** 开箱（两名保管人先后操作） Opens sealed boxes: two holders, one after the other */
        post: operations["BallotBoxController_open"];
    };
    "/api/cycles/{cycleId}/box-holders": {
        /** 票箱钥匙保管人 Who holds keys of the ballot boxes */
        get: operations["BallotBoxController_holders"];
        /** 领取票箱钥匙（自设口令） Takes a key of the cycle's ballot boxes */
        post: operations["BallotBoxController_enrol"];
    };
    "/api/cycles/{cycleId}/consultation": {
        /** 登记征求职工意见 Records that staff were consulted */
        post: operations["CycleController_consult"];
    };
    "/api/cycles/{cycleId}/consultations": {
        /** 已登记的征求意见 The consultations on record */
        get: operations["PlanningController_consultations"];
    };
    "/api/cycles/{cycleId}/documents": {
        /** 登记程序文件 Puts a document on record */
        post: operations["DecisionController_register"];
    };
    "/api/cycles/{cycleId}/early-closings": {
        /** 提前结束评价的记录与理由 Which units were closed early, by whom and why */
        get: operations["CycleBoardController_closings"];
    };
    "/api/cycles/{cycleId}/events": {
        /** 进度实时推送：现状及每次变化 Where the cycle stands, now and whenever that changes, as server-sent events */
        get: operations["CycleBoardController_events"];
    };
    "/api/cycles/{cycleId}/evidence": {
        /** 登记评价项目的佐证编号 Records the evidence of a part, by record ids */
        post: operations["MarkController_evidence"];
    };
    "/api/cycles/{cycleId}/mark-requests": {
        /** 指定谁评谁 Says who is asked to mark whom */
        put: operations["MarkController_request"];
    };
    "/api/cycles/{cycleId}/mark-requests/default": {
        /** 按角色自动指定评价任务（不评自己） Asks by role; never oneself */
        post: operations["MarkController_requestDefault"];
    };
    "/api/cycles/{cycleId}/marking": {
        /** 等我评价的 What waits for my mark */
        get: operations["MarkController_marking"];
    };
    "/api/cycles/{cycleId}/marks/import": {
        /** 导入评分、平时考核与加减分（整份成功或整份不导入） Imports marks, routine scores and adjustments */
        post: operations["MarkController_import"];
    };
    "/api/cycles/{cycleId}/open": {
        /** 启动考核 Opens the cycle */
        post: operations["CycleController_open"];
    };
    "/api/cycles/{cycleId}/panels": {
        /** 评议小组、回避与递补记录、评分进度（不含分数） Panels, who stood down, how far; no marks */
        get: operations["PanelController_list"];
    };
    "/api/cycles/{cycleId}/publish": {
        /** 公布考核方案 Publishes the plan */
        post: operations["CycleController_publish"];
    };
    "/api/cycles/{cycleId}/questionnaire": {
        /** 本次考核所用问卷 What the surveys of a cycle ask */
        get: operations["QuestionnaireController_ofCycle"];
        /** 选定问卷（测评开始前） Chooses what is asked, before anything is */
        put: operations["QuestionnaireController_choose"];
    };
    "/api/cycles/{cycleId}/reminders": {
        /** 批量催办（每事项每天至多一次） Reminds whoever is waited for, of each task at most once a day */
        post: operations["CycleBoardController_remind"];
    };
    "/api/cycles/{cycleId}/roster": {
        /** 导入考核名册（整份成功或整份不导入） Imports the roster, all of it or nothing */
        post: operations["RosterController_import"];
    };
    "/api/cycles/{cycleId}/roster/trial": {
        /** 检查考核名册（不导入） Checks a roster, and imports nothing */
        post: operations["PlanningController_tryRoster"];
    };
    "/api/cycles/{cycleId}/routine": {
        /** 登记平时考核 Records routine appraisal scores */
        post: operations["MarkController_routine"];
    };
    "/api/cycles/{cycleId}/summary": {
        /** 一次考核的汇总 A cycle in numbers */
        get: operations["ResultController_summary"];
    };
    "/api/cycles/{cycleId}/survey-tallies": {
        /** 测评结果（有效场次结束后） Counts of closed, valid surveys */
        get: operations["SurveyController_tallies"];
    };
    "/api/cycles/{cycleId}/surveys": {
        /** 居民测评场次 The survey campaigns of a cycle */
        get: operations["SurveyController_list"];
    };
    "/api/cycles/{cycleId}/units/{unitId}/acts": {
        /** 办理记录 Every act on the lists of a unit, with its reason */
        get: operations["ActController_acts"];
        /** 办理：同意、退回、转办等 Acts on a list: approve, return, pass on */
        post: operations["ActController_act"];
    };
    "/api/cycles/{cycleId}/units/{unitId}/approval": {
        /** 审批现状 Where the approval of the latest list stands */
        get: operations["ActController_approval"];
    };
    "/api/cycles/{cycleId}/units/{unitId}/close-collection": {
        /** 提前结束评价（须说明理由） Closes the collection early, for a reason that is kept */
        post: operations["CycleController_closeCollection"];
    };
    "/api/cycles/{cycleId}/units/{unitId}/consequences": {
        /** 单位结果运用清单 What follows for everyone of a unit */
        get: operations["DecisionController_consequences"];
    };
    "/api/cycles/{cycleId}/units/{unitId}/deliveries": {
        /** 书面结果送达情况 What is written and what has arrived */
        get: operations["ContestController_deliveries"];
        /** 登记送达（当面送交、见证拒收、邮寄；可整单送交） Records how results were delivered */
        post: operations["ContestController_deliver"];
    };
    "/api/cycles/{cycleId}/units/{unitId}/list": {
        /** 待审议名单 The unit's list as composed */
        get: operations["DeliberationController_list"];
    };
    "/api/cycles/{cycleId}/units/{unitId}/notices": {
        /** 本单位的公示 The unit's public notices */
        get: operations["ObjectionController_notices"];
    };
    "/api/cycles/{cycleId}/units/{unitId}/objections": {
        /** 公示异议及答复 Objections to the notices, with their answers */
        get: operations["ObjectionController_list"];
        /** 登记当面提出的异议 Records an objection made in person */
        post: operations["ObjectionController_record"];
    };
    "/api/cycles/{cycleId}/units/{unitId}/panel-parts": {
        /** 须由评议小组评价的项目与可选成员 What panels mark in a unit, and who could sit */
        get: operations["PanelController_parts"];
    };
    "/api/cycles/{cycleId}/units/{unitId}/panels": {
        /** 指定评议小组成员（系统自动回避并递补） Names a panel; conflicts are removed and replaced */
        post: operations["PanelController_name"];
    };
    "/api/cycles/{cycleId}/units/{unitId}/records": {
        /** 单位人员的平时考核、加减分与佐证编号 Routine scores, adjustments and evidence on record in a unit */
        get: operations["MarkController_records"];
    };
    "/api/cycles/{cycleId}/units/{unitId}/refused-attempts": {
        /** 被拒绝的确认记录 Attempts a gate refused */
        get: operations["DecisionController_attempts"];
    };
    "/api/cycles/{cycleId}/units/{unitId}/resubmit": {
        /** 退回后重新汇总 Composes a returned list again */
        post: operations["DeliberationController_resubmit"];
    };
    "/api/cycles/{cycleId}/units/{unitId}/what-if": {
        /** 假设改动规则手册的数字，谁的等次会变；什么都不保存 Who would be graded otherwise under other numbers; keeps nothing */
        post: operations["RulebookController_whatIf"];
    };
    "/api/cycles/{cycleId}/waiting": {
        /** 在等谁办什么（最逾期的在前） Whom a cycle waits for and for what, the latest first */
        get: operations["CycleBoardController_waiting"];
    };
    "/api/delivery-reports/{gateway}": {
        /** 短信、微信网关的送达回执（须签名） What a gateway says became of a message, signed */
        post: operations["DeliveryReportController_report"];
    };
    "/api/deputies": {
        /** 代理 Deputies one has given, and whom one may act for now */
        get: operations["ActController_deputies"];
        /** 设定代理 Gives oneself a standing deputy */
        post: operations["ActController_giveDeputy"];
    };
    "/api/deputies/{deputyId}/end": {
        /** 收回代理 Takes a deputy back */
        post: operations["ActController_endDeputy"];
    };
    "/api/documents/{documentId}/withdrawal": {
        /** 撤销误登的文件 Takes back a document registered by mistake */
        post: operations["DecisionController_withdraw"];
    };
    "/api/earlier-grades": {
        /** 导入往年考核结果 Imports results of earlier years, with their documents */
        post: operations["LedgerController_importGrades"];
    };
    "/api/grades/mine": {
        /** 我的历年考核结果 My own grades over the years */
        get: operations["ResultController_grades"];
    };
    "/api/improvement-plans/{planId}/end": {
        /** 登记改进结果 Says how a plan ended */
        post: operations["DecisionController_end"];
    };
    "/api/improvement-plans/{planId}/steps": {
        /** 登记改进步骤完成 Records that a step of a plan was done */
        post: operations["DecisionController_step"];
    };
    "/api/inbox": {
        /** 待办：等我处理的事项 What waits for me, by due date */
        get: operations["InboxController_inbox"];
    };
    "/api/inbox/calendar.ics": {
        /** 待办期限日历（凭保密地址，供日历软件订阅） My deadlines as a calendar, by its secret address */
        get: operations["InboxController_calendar"];
    };
    "/api/inbox/counts": {
        /** 待办数量（含逾期） How much waits for me, by kind, and how much is overdue */
        get: operations["InboxController_counts"];
    };
    "/api/inbox/feed": {
        /** 我的日历订阅是否开启 Whether there is a calendar address of mine */
        get: operations["InboxController_feed"];
        /** 生成新的日历订阅地址（旧地址随即失效，只显示这一次） Makes a new calendar address, shown this once; the one before ends */
        put: operations["InboxController_renew"];
        /** 停用日历订阅地址 Ends my calendar address */
        delete: operations["InboxController_revoke"];
    };
    "/api/ledger/mine": {
        /** 我的待遇台账 My own entitlement ledger */
        get: operations["LedgerController_mine"];
    };
    "/api/marks": {
        /** 评分 Marks */
        post: operations["MarkController_mark"];
    };
    "/api/me": {
        /** 我是谁，有哪些角色 Who I am and what I may do */
        get: operations["AccountController_me"];
    };
    "/api/objections/{objectionId}/answer": {
        /** 答复异议：成立或不成立 Answers an objection: upheld or dismissed */
        post: operations["ObjectionController_answer"];
    };
    "/api/operator/archive": {
        /** 归档缺口：已结束未归档的运行与重放不一致 What the archive lacks: closed runs outside it, and failed replays */
        get: operations["OperatorController_archive"];
    };
    "/api/operator/state": {
        /** 版本、队列、积压与失败 Versions, queues, what waits and what failed */
        get: operations["OperatorController_state"];
    };
    "/api/panels/{panelId}/absences": {
        /** 成员缺席，递补并留痕 Replaces an absent member, on record */
        post: operations["PanelController_absent"];
    };
    "/api/panels/{panelId}/challenges": {
        /** 被考核人申请某成员回避 An appraisee asks that a member stand aside */
        post: operations["PanelController_challenge"];
    };
    "/api/panels/{panelId}/challenges/answers": {
        /** 上级决定是否回避 The superior answers with a reason */
        post: operations["PanelController_answer"];
    };
    "/api/panels/{panelId}/recusals": {
        /** 本人申请回避 Stands aside for one appraisee */
        post: operations["PanelController_recuse"];
    };
    "/api/panels/{panelId}/report": {
        /** 评分宽严与离散情况（解除保密后） Leniency and spread per rater, once unblinded */
        get: operations["PanelController_report"];
    };
    "/api/payroll-exports/csv": {
        /** 导出工资事项(CSV) Exports a period for payroll, CSV */
        post: operations["LedgerController_csv"];
    };
    "/api/payroll-exports/xlsx": {
        /** 导出工资事项(Excel) Exports a period for payroll, XLSX */
        post: operations["LedgerController_xlsx"];
    };
    "/api/people/{personRef}/erasure": {
        /** 删除个人信息（不可恢复） Erase a person: nothing brings it back */
        post: operations["AccessController_erase"];
    };
    "/api/people/{personRef}/ledger": {
        /** 待遇台账 Somebody's entitlement ledger */
        get: operations["LedgerController_ledger"];
    };
    "/api/problems/{code}": {
        /** 错误代码说明 What a problem code means and what to do */
        get: operations["OperationController_problemPage"];
    };
    "/api/provider-sign-ins": {
        /** 开始统一身份认证登录 Begins a sign-in at the identity provider */
        post: operations["ProviderController_begin"];
    };
    "/api/public/addresses": {
        /** 居民页面的网址 Where residents check their receipts */
        get: operations["PlaceController_publicAddresses"];
    };
    "/api/public/cycles/{cycleId}/log-heads": {
        /** 审计日志的签名树头 The signed heads of the log of a cycle */
        get: operations["LogController_heads"];
    };
    "/api/public/logs": {
        /** 各次考核的审计日志树根 The latest signed root of every cycle */
        get: operations["LogController_logs"];
    };
    "/api/public/notices": {
        /** 正在公示的名单 Public notices that are running now */
        get: operations["PlaceController_publicNotices"];
    };
    "/api/questionnaires": {
        /** 可选的问卷：默认问卷在前，其余按采用时间倒序 Questionnaires to choose from: the default one first, then the latest adopted */
        get: operations["QuestionnaireController_list"];
        /** 采用问卷（须无检查错误） Adopts a questionnaire that lint finds no error in */
        post: operations["QuestionnaireController_adopt"];
    };
    "/api/questionnaires/{hash}": {
        /** 一份问卷全文（default 为默认问卷） One questionnaire; `default` is the one asked by default */
        get: operations["QuestionnaireController_view"];
    };
    "/api/questionnaires/{hash}/preview": {
        /** 问卷预览网页，中英对照，附阅读提示 A page that shows a questionnaire in both languages, with reading hints */
        get: operations["QuestionnaireController_preview"];
    };
    "/api/rulebooks": {
        /** 已采用的规则手册 Adopted rulebooks */
        get: operations["RulebookController_list"];
        /** 采用规则手册（须无检查问题） Adopts a rulebook that has no findings */
        post: operations["RulebookController_adopt"];
    };
    "/api/rulebooks/{hash}": {
        /** 一份规则手册全文 One rulebook */
        get: operations["RulebookController_view"];
    };
    "/api/rulebooks/{hash}/lint": {
        /** 一份规则手册的检查结果 What lint says of one rulebook */
        get: operations["RulebookController_lint"];
    };
    "/api/rulebooks/{hash}/source": {
        /** 一份规则手册的原文件 The file of one rulebook as it was adopted */
        get: operations["RulebookController_source"];
    };
    "/api/rulebooks/check": {
        /** 检查一份规则手册，不采用 Checks a rulebook and adopts nothing */
        post: operations["RulebookController_check"];
    };
    "/api/sessions": {
        /** 我的登录会话与令牌（最近的在前） My sessions and tokens, newest first */
        get: operations["AccountController_sessions"];
        /** 登录（浏览器会话） Signs in with a cookie session */
        post: operations["AccountController_signIn"];
    };
    "/api/sessions/{sessionId}": {
        /** 撤销我的一个会话或令牌 Ends one of my sessions or tokens */
        delete: operations["AccountController_revoke"];
    };
    "/api/sessions/current": {
        /** 退出登录 Ends this session or token */
        delete: operations["AccountController_signOut"];
    };
    "/api/sessions/current/step-up": {
        /** 作决定前再次输入密码 Proves again who asks, before a decision */
        post: operations["AccountController_stepUp"];
    };
    "/api/sessions/current/step-up/provider": {
        /** 作决定前在统一身份认证再次确认 Proves again who asks, at the identity provider */
        post: operations["ProviderController_stepUp"];
    };
    "/api/sessions/provider": {
        /** 完成统一身份认证登录 Signs in whom the identity provider vouches for */
        post: operations["ProviderController_signIn"];
    };
    "/api/sign-in-ways": {
        /** 可用的登录方式 Ways to sign in besides a password */
        get: operations["ProviderController_ways"];
    };
    "/api/surveys/{campaignId}/assisted-links": {
        /** 入户代填链接（单独计数） A link for a household visit, counted as assisted */
        post: operations["ResidentController_assisted"];
    };
    "/api/surveys/{campaignId}/close": {
        /** 提前结束测评 Closes the survey early */
        post: operations["SurveyController_close"];
    };
    "/api/surveys/{campaignId}/count": {
        /** 计票结果（含无效票、区间和提示） The count, with intervals and what to look at */
        get: operations["BallotBoxController_count"];
    };
    "/api/surveys/{campaignId}/count/confirm": {
        /** 确认计票结果 Confirms a count */
        post: operations["BallotBoxController_confirm"];
    };
    "/api/surveys/{campaignId}/coverage": {
        /** 测评回收情况与样本要求（答卷数分档显示） What has come in against what a sample needs, told in steps */
        get: operations["SurveyController_coverage"];
    };
    "/api/surveys/{campaignId}/draw": {
        /** 抽样记录（可复算） The draw, to be made again by anyone */
        get: operations["ResidentController_drawn"];
        /** 抽取样本（种子公开，仅一次） Draws the sample by a published seed, once */
        post: operations["ResidentController_draw"];
    };
    "/api/surveys/{campaignId}/invitations": {
        /** 向抽中的居民发送链接 Has the drawn residents written to */
        post: operations["ResidentController_invite"];
    };
    "/api/surveys/{campaignId}/links": {
        /** 发放一次性链接 Issues one-time links */
        post: operations["SurveyController_issue"];
    };
    "/api/surveys/{campaignId}/links/reissue": {
        /** 作废并补发一个链接 Replaces a link that went astray */
        post: operations["ResidentController_reissue"];
    };
    "/api/surveys/{campaignId}/links/revoke": {
        /** 作废一个链接 Revokes a link */
        post: operations["SurveyController_revoke"];
    };
    "/api/surveys/{campaignId}/panel": {
        /** 票箱无法开启，移交考察组 Gives a survey whose box cannot be opened to the panel */
        post: operations["BallotBoxController_giveToPanel"];
    };
    "/api/surveys/{campaignId}/residents": {
        /** 居民清单与发送情况（仅数量） The list and what was sent, in numbers */
        get: operations["ResidentController_view"];
        /** 导入居民清单（整份成功或整份不导入） Imports the list of residents, all of it or nothing */
        post: operations["ResidentController_import"];
    };
    "/api/surveys/{campaignId}/slips": {
        /** 打印二维码纸条（链接只在此文件中） Prints slips; their links are nowhere else */
        post: operations["ResidentController_slips"];
    };
    "/api/templates/marks.csv": {
        /** 评分表模板(CSV) Marks template, CSV */
        get: operations["RosterController_marksCsv"];
    };
    "/api/templates/marks.xlsx": {
        /** 评分表模板(Excel) Marks template, XLSX */
        get: operations["RosterController_marksXlsx"];
    };
    "/api/templates/residents.csv": {
        /** 居民清单模板(CSV) List of residents, CSV */
        get: operations["ResidentController_residentsCsv"];
    };
    "/api/templates/residents.xlsx": {
        /** 居民清单模板(Excel) List of residents, XLSX */
        get: operations["ResidentController_residentsXlsx"];
    };
    "/api/templates/roster.csv": {
        /** 名册模板(CSV) Roster template, CSV */
        get: operations["RosterController_rosterCsv"];
    };
    "/api/templates/roster.xlsx": {
        /** 名册模板(Excel) Roster template, XLSX */
        get: operations["RosterController_rosterXlsx"];
    };
    "/api/tokens": {
        /** 登录（命令行令牌） Gives a bearer token for programs */
        post: operations["AccountController_issueToken"];
    };
    "/health": {
        /** 进程存活 The process lives */
        get: operations["OperationController_health"];
    };
    "/ready": {
        /** 数据库与流程引擎均可用（否则 503） Database and Temporal answer; 503 otherwise */
        get: operations["OperationController_ready"];
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        DerivationNode: {
            children: components["schemas"]["DerivationNode"][];
            clause?: string;
            note?: {
                en: string;
                zh: string;
            };
            operation: {
                op: string;
            } & {
                [key: string]: unknown;
            };
            rule?: string;
            value: string;
            what: {
                en: string;
                zh: string;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    OperationController_landing: {
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": string;
                };
            };
        };
    };
    ActController_actOnMany: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lists: {
                        acknowledged?: {
                            appraisalId: string;
                            reason: string;
                        }[];
                        cycleId: string;
                        listHash: string;
                        round: number;
                        step: string;
                        unitId: string;
                    }[];
                    onBehalfOf?: string;
                    reason?: string;
                    verb: "claim" | "approve" | "abstain" | "urge" | "read";
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            acted: {
                                act: string;
                                seq: number;
                                status: "open" | "approved" | "rejected" | "returned";
                                step: string;
                                version: number;
                                waiting: string[];
                            } | null;
                            cycleId: string;
                            refused: {
                                code: string;
                                message: string;
                            } | null;
                            unitId: string;
                        }[];
                    };
                };
            };
        };
    };
    AuditController_own: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appraisalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
        };
    };
    DecisionController_confirm: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                appraisalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    confirm?: string[];
                    /** @default [] */
                    refuse?: string[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: true;
                    };
                };
            };
        };
    };
    ResultController_contest: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                appraisalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    grounds: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contestId: string;
                    };
                };
            };
        };
    };
    ActController_deciders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appraisalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deciders: {
                            account: string;
                            name: string;
                        }[];
                        round: number;
                        step: string;
                    };
                };
            };
        };
    };
    ResultController_depart: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                appraisalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    leftOn: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: true;
                    };
                };
            };
        };
    };
    MarkController_dutyReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appraisalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
        };
    };
    DecisionController_followUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appraisalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        plans: {
                            acts: {
                                actedAt: number;
                                actedBy: string;
                                note: string;
                                outcome: "done" | "met" | "not_met";
                                step: number;
                            }[];
                            dueAt: number;
                            ended: boolean;
                            followedBy: string;
                            id: string;
                            rule: string | null;
                            setAt: number;
                            steps: string[];
                        }[];
                        talks: {
                            heldBy: string;
                            heldOn: string;
                            id: string;
                            kind: "reminder" | "admonition" | "feedback";
                            reply: string | null;
                            summary: string;
                        }[];
                    };
                };
            };
        };
    };
    DecisionController_gates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appraisalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        documents: {
                            appraisalId: string | null;
                            contentHash: string | null;
                            form: string | null;
                            id: string;
                            issuedOn: string;
                            paragraph: "occupational_hazard" | "work_injury" | "medical_period" | "maternity" | "near_retirement" | "other_law" | null;
                            record: string;
                            recordedAt: number;
                            recordedBy: string;
                            reference: string;
                            unitId: string;
                            until: string | null;
                        }[];
                        gates: {
                            bars: {
                                clause: string;
                                code: string;
                                why: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            carriedOutAs: "as_written" | "residents_meeting" | "owning_organ";
                            clause: string | null;
                            conditions: {
                                by: string | null;
                                met: boolean;
                                record: string;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                                why: {
                                    en: string;
                                    zh: string;
                                } | null;
                            }[];
                            effect: string;
                            force: "confirm" | "may" | "inform";
                            open: boolean;
                            rule: string;
                            state: "proposed" | "confirmed" | "frozen" | "refused";
                            title: {
                                en: string;
                                zh: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    ResultController_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appraisalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        events: {
                            [key: string]: unknown;
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    DecisionController_setPlan: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                appraisalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rule?: string;
                    steps: string[];
                    workingDays: number;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        planId: string;
                    };
                };
            };
        };
    };
    PanelController_declare: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                appraisalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountId: string;
                    kind: "relative" | "competing";
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: true;
                    };
                };
            };
        };
    };
    ContestController_kin: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                appraisalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountId: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: true;
                    };
                };
            };
        };
    };
    DecisionController_later: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                appraisalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    confirm?: string[];
                    /** @default [] */
                    refuse?: string[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: true;
                    };
                };
            };
        };
    };
    ResultController_laterGrade: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                appraisalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    acknowledged?: {
                        appraisalId: string;
                        reason: string;
                    }[];
                    caseOutcome: "none" | {
                        linkedToDuty: boolean;
                        punishment: string;
                    };
                    facts?: {
                        [key: string]: boolean | string | number;
                    };
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        grade: string | null;
                        status: string;
                    };
                };
            };
        };
    };
    MarkController_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appraisalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appraisalId: string;
                        dutyReport: {
                            submittedAt: number;
                            text: string;
                        } | null;
                        posts: {
                            en: string;
                            zh: string;
                        }[];
                        routine: {
                            period: string;
                            value: string;
                        }[];
                    };
                };
            };
        };
    };
    PanelController_own: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appraisalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            members: {
                                account: string;
                                name: string;
                            }[];
                            panelId: string;
                            partTitle: {
                                en: string;
                                zh: string;
                            };
                            role: string;
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    ContestController_receive: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                appraisalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contestUntil: number | null;
                        deliveredAt: number;
                    };
                };
            };
        };
    };
    ActController_requestRecusal: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                appraisalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    against: string;
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        act: string;
                        seq: number;
                        status: "open" | "approved" | "rejected" | "returned";
                        step: string;
                        version: number;
                        waiting: string[];
                    };
                };
            };
        };
    };
    ResultController_result: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appraisalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        acknowledged: {
                            acknowledgedBy: string;
                            reason: string;
                            round: number;
                        } | null;
                        appraisalId: string;
                        consequences: {
                            adverse: boolean;
                            clause: string | null;
                            decidedAt: number | null;
                            effect: string;
                            force: "confirm" | "may" | "inform";
                            gate: string[];
                            gateRecords: string[];
                            params: {
                                [key: string]: string | number | boolean;
                            };
                            rule: string;
                            state: "proposed" | "confirmed" | "frozen" | "refused";
                            version: number;
                        }[];
                        contest: {
                            filedAt: number;
                            grounds: string;
                            id: string;
                        } | null;
                        contestUntil: number | null;
                        cycleId: string;
                        evaluation: {
                            composite: string | null;
                            consequences: {
                                adverse: boolean;
                                clause: string | null;
                                effect: string;
                                force: "confirm" | "may" | "inform";
                                gate: {
                                    requires: {
                                        record: string;
                                        title: {
                                            en: string;
                                            zh: string;
                                        };
                                    }[];
                                    rule: string;
                                    title: {
                                        en: string;
                                        zh: string;
                                    };
                                } | null;
                                params: {
                                    [key: string]: string | number | boolean;
                                };
                                rule: string;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            derivation?: components["schemas"]["DerivationNode"];
                            dimensions: {
                                [key: string]: string | null;
                            };
                            eligibility: {
                                by: "hold" | "exclusion" | "veto" | "discipline" | "band" | "quota" | "people";
                                clause: string | null;
                                grade: string | null;
                                rule: string;
                                status: "graded" | "comment_only" | "ungraded" | "held" | "undecided";
                                why: {
                                    en: string;
                                    zh: string;
                                };
                            };
                            final: {
                                by: "hold" | "exclusion" | "veto" | "discipline" | "band" | "quota" | "people";
                                clause: string | null;
                                grade: string | null;
                                rule: string;
                                status: "graded" | "comment_only" | "ungraded" | "held" | "undecided";
                                why: {
                                    en: string;
                                    zh: string;
                                };
                            };
                            flags: {
                                code: string;
                                why: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            id: string;
                            line: {
                                decidedBy: string;
                                rank: number;
                                seats: number;
                                side: "in" | "out";
                                why: {
                                    en: string;
                                    zh: string;
                                };
                            } | null;
                            /** @default [] */
                            needsPeople: "survey_near_line"[];
                            provisional: {
                                by: "hold" | "exclusion" | "veto" | "discipline" | "band" | "quota" | "people";
                                clause: string | null;
                                grade: string | null;
                                rule: string;
                                status: "graded" | "comment_only" | "ungraded" | "held" | "undecided";
                                why: {
                                    en: string;
                                    zh: string;
                                };
                            };
                            term: {
                                clause: string | null;
                                result: string;
                                rule: string;
                            } | null;
                            unit: string;
                        };
                        log: {
                            origin: string;
                            root: string;
                            size: number;
                        } | null;
                        notifiedAt: number | null;
                        rehearsal: boolean;
                        rendered: {
                            en: string[];
                            zh: string[];
                        };
                        signature: {
                            opinion: string | null;
                            signed: boolean;
                            signedAt: number;
                        } | null;
                        status: "planned" | "open" | "sealed" | "graded" | "held" | "contested" | "awaiting_confirmation" | "recorded" | "left";
                        written: {
                            clause: string | null;
                            contest: {
                                appealWorkingDays: number | null;
                                how: {
                                    en: string;
                                    zh: string;
                                };
                                reviewWorkingDays: number | null;
                                until: number | null;
                                workingDays: number;
                            };
                            delivery: {
                                deliveredAt: number;
                                deliveredBy: string;
                                document: "result" | "later_result" | "review" | "appeal";
                                reference: string | null;
                                way: "received" | "signed" | "handed_over" | "refused_witnessed" | "posted";
                                witnesses: string[];
                            } | null;
                            result: {
                                code: string;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            };
                            rule: string | null;
                            score: string | null;
                            why: {
                                en: string;
                                zh: string;
                            };
                        };
                    };
                };
            };
        };
    };
    ResultController_sign: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                appraisalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    opinion?: string;
                    signed: boolean;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: true;
                    };
                };
            };
        };
    };
    ResultController_story: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appraisalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appraisalId: string;
                        cycleKey: string;
                        flows: {
                            builds: string[];
                            events: number;
                            fault: {
                                event: number | null;
                                reason: string;
                            } | null;
                            origin: "temporal" | "archive" | "bundle";
                            replay: "same" | "different" | "not_replayed";
                            runId: string | null;
                            source: "appraisal" | "contest" | "unit";
                            workflowId: string;
                        }[];
                        format: "kaoji-story/1";
                        rehearsal: boolean;
                        steps: {
                            account: string | null;
                            at: number;
                            build: string | null;
                            changed: {
                                after: string | null;
                                before: string | null;
                                clause: string | null;
                                what: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            chapter: "start" | "evidence" | "grade" | "approval" | "notice" | "delivery" | "contest" | "consequences" | "ledger" | "engine";
                            clause: string | null;
                            content: unknown[];
                            event: number | null;
                            failure: string | null;
                            name: string | null;
                            number: number;
                            source: "appraisal" | "contest" | "unit" | "record";
                            state: {
                                [key: string]: string | number | boolean | (null);
                            } | null;
                            stateOf: "appraisal" | "contest" | "unit" | null;
                            turn: number | null;
                            type: string;
                            what: {
                                en: string;
                                zh: string;
                            };
                            who: {
                                en: string;
                                zh: string;
                            } | null;
                            why: {
                                en: string;
                                zh: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    DecisionController_talk: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                appraisalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    heldOn: string;
                    kind: "reminder" | "admonition" | "feedback";
                    reply?: string;
                    summary: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        talkId: string;
                    };
                };
            };
        };
    };
    ResultController_year: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appraisalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appraisalId: string;
                        contestId: string | null;
                        cycleId: string;
                        dutyReport: {
                            submittedAt: number;
                            text: string;
                            version: number;
                        } | null;
                        reportOpen: boolean;
                        run: string;
                        status: "planned" | "open" | "sealed" | "graded" | "held" | "contested" | "awaiting_confirmation" | "recorded" | "left";
                        steps: {
                            clause: string | null;
                            code: "collect" | "decide" | "notice" | "deliver" | "contest" | "record";
                            dueAt: number | null;
                            endedAt: number | null;
                            overdue: boolean;
                            state: "done" | "now" | "to_come";
                            workingDays: number | null;
                            workingDaysLeft: number | null;
                        }[];
                        year: number;
                    };
                };
            };
        };
    };
    ResultController_mine: {
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            contestUntil: number | null;
                            cycleId: string;
                            dutyReportVersion: number;
                            id: string;
                            notifiedAt: number | null;
                            run: string;
                            signed: boolean | null;
                            status: "planned" | "open" | "sealed" | "graded" | "held" | "contested" | "awaiting_confirmation" | "recorded" | "left";
                            unitId: string;
                            year: number;
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    PlaceController_areas: {
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    LedgerController_exports: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                areaId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            contentHash: string;
                            entries: number;
                            exportedAt: number;
                            exportedBy: string;
                            format: "csv" | "xlsx";
                            fromDay: string;
                            id: string;
                            toDay: string;
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    PlanningController_planDates: {
        parameters: {
            query: {
                calendar?: string;
                openOn?: string;
                rulebook: string;
            };
            header?: never;
            path: {
                areaId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        calendarEnds: string | null;
                        calendarId: string;
                        openOn: string;
                        stages: {
                            clause: string | null;
                            from: string | null;
                            stage: "collection" | "survey" | "deliberation" | "notice" | "signature" | "contest";
                            title: {
                                en: string;
                                zh: string;
                            } | null;
                            to: string | null;
                            workingDays: number;
                        }[];
                    };
                };
            };
        };
    };
    PlanningController_planPeople: {
        parameters: {
            query: {
                rulebook: string;
            };
            header?: never;
            path: {
                areaId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: {
                            account: string;
                            name: string;
                        }[];
                        units: {
                            duties: {
                                above: string[];
                                atLeast: number;
                                clause: string | null;
                                gap: "nobody" | "too_few" | null;
                                id: string;
                                kind: "open" | "keys" | "mark" | "approve" | "review" | "appeal" | "confirm";
                                people: string[];
                                roles: string[];
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            name: string;
                            unitId: string;
                        }[];
                    };
                };
            };
        };
    };
    PlaceController_units: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                areaId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            communities: {
                                id: string;
                                name: string;
                            }[];
                            id: string;
                            name: string;
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    PlanningController_calendarYear: {
        parameters: {
            query?: {
                calendar?: string;
            };
            header?: never;
            path: {
                year: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        calendarId: string;
                        days: {
                            date: string;
                            holiday: {
                                en: string;
                                zh: string;
                            } | null;
                            makeUp: boolean;
                            working: boolean;
                        }[];
                        hash: string;
                        known: number[];
                        sources: {
                            issued: string;
                            number: string;
                            title: {
                                en: string;
                                zh: string;
                            };
                        }[];
                        timeZone: string;
                        version: string;
                        year: number;
                    };
                };
            };
        };
    };
    ContestController_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appealDaysLeft: number | null;
                        appealUntil: number | null;
                        appraisalId: string;
                        changed: boolean;
                        cycleId: string;
                        dueAt: number | null;
                        dueDaysLeft: number | null;
                        events: {
                            actor: string | null;
                            body: {
                                kind: string;
                            } & {
                                [key: string]: unknown;
                            };
                            happenedAt: number;
                            seq: number;
                        }[];
                        filedAt: number;
                        grounds: string;
                        id: string;
                        outcome: "upheld" | "changed" | null;
                        people: {
                            account: string;
                            name: string;
                        }[];
                        stage: "review" | "appeal";
                        status: "filed" | "in_review" | "sent_back" | "decided" | "appealable" | "withdrawn" | "ended";
                        unitId: string;
                    };
                };
            };
        };
    };
    ContestController_appeal: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                contestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    grounds: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: true;
                    };
                };
            };
        };
    };
    ContestController_again: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                contestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    verdict: "applied" | "kept";
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        grade: string | null;
                        outcome: "upheld" | "changed" | "sent_back";
                        spared: boolean;
                        status: string;
                    };
                };
            };
        };
    };
    ContestController_deliverOutcome: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                contestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reference?: string;
                    way: "handed_over" | "refused_witnessed" | "posted";
                    witnesses?: string[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appealUntil: number | null;
                        deliveredAt: number;
                    };
                };
            };
        };
    };
    ContestController_difference: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            after: {
                                composite: string | null;
                                consequences: {
                                    adverse: boolean;
                                    clause: string | null;
                                    effect: string;
                                    force: "confirm" | "may" | "inform";
                                    gate: {
                                        requires: {
                                            record: string;
                                            title: {
                                                en: string;
                                                zh: string;
                                            };
                                        }[];
                                        rule: string;
                                        title: {
                                            en: string;
                                            zh: string;
                                        };
                                    } | null;
                                    params: {
                                        [key: string]: string | number | boolean;
                                    };
                                    rule: string;
                                    title: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                dimensions: {
                                    [key: string]: string | null;
                                };
                                final: {
                                    by: "hold" | "exclusion" | "veto" | "discipline" | "band" | "quota" | "people";
                                    clause: string | null;
                                    grade: string | null;
                                    rule: string;
                                    status: "graded" | "comment_only" | "ungraded" | "held" | "undecided";
                                    why: {
                                        en: string;
                                        zh: string;
                                    };
                                };
                                provisional: {
                                    by: "hold" | "exclusion" | "veto" | "discipline" | "band" | "quota" | "people";
                                    clause: string | null;
                                    grade: string | null;
                                    rule: string;
                                    status: "graded" | "comment_only" | "ungraded" | "held" | "undecided";
                                    why: {
                                        en: string;
                                        zh: string;
                                    };
                                };
                            };
                            before: {
                                composite: string | null;
                                consequences: {
                                    adverse: boolean;
                                    clause: string | null;
                                    effect: string;
                                    force: "confirm" | "may" | "inform";
                                    gate: {
                                        requires: {
                                            record: string;
                                            title: {
                                                en: string;
                                                zh: string;
                                            };
                                        }[];
                                        rule: string;
                                        title: {
                                            en: string;
                                            zh: string;
                                        };
                                    } | null;
                                    params: {
                                        [key: string]: string | number | boolean;
                                    };
                                    rule: string;
                                    title: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                dimensions: {
                                    [key: string]: string | null;
                                };
                                final: {
                                    by: "hold" | "exclusion" | "veto" | "discipline" | "band" | "quota" | "people";
                                    clause: string | null;
                                    grade: string | null;
                                    rule: string;
                                    status: "graded" | "comment_only" | "ungraded" | "held" | "undecided";
                                    why: {
                                        en: string;
                                        zh: string;
                                    };
                                };
                                provisional: {
                                    by: "hold" | "exclusion" | "veto" | "discipline" | "band" | "quota" | "people";
                                    clause: string | null;
                                    grade: string | null;
                                    rule: string;
                                    status: "graded" | "comment_only" | "ungraded" | "held" | "undecided";
                                    why: {
                                        en: string;
                                        zh: string;
                                    };
                                };
                            };
                            seq: number;
                            stage: "review" | "appeal";
                            steps: {
                                a: string | null;
                                b: string | null;
                                clauseA: string | null;
                                clauseB: string | null;
                                path: string;
                                what: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    ContestController_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contest: {
                            appealDaysLeft: number | null;
                            appealUntil: number | null;
                            appraisalId: string;
                            changed: boolean;
                            cycleId: string;
                            dueAt: number | null;
                            dueDaysLeft: number | null;
                            events: {
                                actor: string | null;
                                body: {
                                    kind: string;
                                } & {
                                    [key: string]: unknown;
                                };
                                happenedAt: number;
                                seq: number;
                            }[];
                            filedAt: number;
                            grounds: string;
                            id: string;
                            outcome: "upheld" | "changed" | null;
                            people: {
                                account: string;
                                name: string;
                            }[];
                            stage: "review" | "appeal";
                            status: "filed" | "in_review" | "sent_back" | "decided" | "appealable" | "withdrawn" | "ended";
                            unitId: string;
                        };
                        dutyReport: {
                            submittedAt: number;
                            text: string;
                        } | null;
                        evaluation: {
                            composite: string | null;
                            consequences: {
                                adverse: boolean;
                                clause: string | null;
                                effect: string;
                                force: "confirm" | "may" | "inform";
                                gate: {
                                    requires: {
                                        record: string;
                                        title: {
                                            en: string;
                                            zh: string;
                                        };
                                    }[];
                                    rule: string;
                                    title: {
                                        en: string;
                                        zh: string;
                                    };
                                } | null;
                                params: {
                                    [key: string]: string | number | boolean;
                                };
                                rule: string;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            derivation?: components["schemas"]["DerivationNode"];
                            dimensions: {
                                [key: string]: string | null;
                            };
                            eligibility: {
                                by: "hold" | "exclusion" | "veto" | "discipline" | "band" | "quota" | "people";
                                clause: string | null;
                                grade: string | null;
                                rule: string;
                                status: "graded" | "comment_only" | "ungraded" | "held" | "undecided";
                                why: {
                                    en: string;
                                    zh: string;
                                };
                            };
                            final: {
                                by: "hold" | "exclusion" | "veto" | "discipline" | "band" | "quota" | "people";
                                clause: string | null;
                                grade: string | null;
                                rule: string;
                                status: "graded" | "comment_only" | "ungraded" | "held" | "undecided";
                                why: {
                                    en: string;
                                    zh: string;
                                };
                            };
                            flags: {
                                code: string;
                                why: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            id: string;
                            line: {
                                decidedBy: string;
                                rank: number;
                                seats: number;
                                side: "in" | "out";
                                why: {
                                    en: string;
                                    zh: string;
                                };
                            } | null;
                            /** @default [] */
                            needsPeople: "survey_near_line"[];
                            provisional: {
                                by: "hold" | "exclusion" | "veto" | "discipline" | "band" | "quota" | "people";
                                clause: string | null;
                                grade: string | null;
                                rule: string;
                                status: "graded" | "comment_only" | "ungraded" | "held" | "undecided";
                                why: {
                                    en: string;
                                    zh: string;
                                };
                            };
                            term: {
                                clause: string | null;
                                result: string;
                                rule: string;
                            } | null;
                            unit: string;
                        };
                        evidence: {
                            id: string;
                            posts: string[];
                            unit: string;
                        } & {
                            [key: string]: unknown;
                        };
                        evidenceHash: string;
                        quota: string | null;
                        rendered: {
                            en: string[];
                            zh: string[];
                        };
                    };
                };
            };
        };
    };
    ContestController_hear: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                contestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: true;
                    };
                };
            };
        };
    };
    ContestController_decide: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                contestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    corrections?: ({
                        fact: string;
                        kind: "fact";
                        reason: string;
                        value: boolean | string | number;
                    } | {
                        kind: "mark";
                        part: string;
                        post?: string;
                        rater: string;
                        reason: string;
                        role: string;
                        value: string | null;
                    } | {
                        kind: "routine";
                        period: string;
                        reason: string;
                        value: string | null;
                    } | {
                        evidence: string[];
                        item: string;
                        kind: "adjustment";
                        reason: string;
                        times: number;
                    } | {
                        evidence: string[];
                        kind: "evidence";
                        part: string;
                        reason: string;
                    })[];
                    outcome: "upheld" | "changed" | "sent_back";
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        grade: string | null;
                        outcome: "upheld" | "changed" | "sent_back";
                        spared: boolean;
                        status: string;
                    };
                };
            };
        };
    };
    ContestController_receiveOutcome: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                contestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appealUntil: number | null;
                        deliveredAt: number;
                    };
                };
            };
        };
    };
    ContestController_trial: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    corrections: ({
                        fact: string;
                        kind: "fact";
                        reason: string;
                        value: boolean | string | number;
                    } | {
                        kind: "mark";
                        part: string;
                        post?: string;
                        rater: string;
                        reason: string;
                        role: string;
                        value: string | null;
                    } | {
                        kind: "routine";
                        period: string;
                        reason: string;
                        value: string | null;
                    } | {
                        evidence: string[];
                        item: string;
                        kind: "adjustment";
                        reason: string;
                        times: number;
                    } | {
                        evidence: string[];
                        kind: "evidence";
                        part: string;
                        reason: string;
                    })[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        after: {
                            composite: string | null;
                            consequences: {
                                adverse: boolean;
                                clause: string | null;
                                effect: string;
                                force: "confirm" | "may" | "inform";
                                gate: {
                                    requires: {
                                        record: string;
                                        title: {
                                            en: string;
                                            zh: string;
                                        };
                                    }[];
                                    rule: string;
                                    title: {
                                        en: string;
                                        zh: string;
                                    };
                                } | null;
                                params: {
                                    [key: string]: string | number | boolean;
                                };
                                rule: string;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            dimensions: {
                                [key: string]: string | null;
                            };
                            final: {
                                by: "hold" | "exclusion" | "veto" | "discipline" | "band" | "quota" | "people";
                                clause: string | null;
                                grade: string | null;
                                rule: string;
                                status: "graded" | "comment_only" | "ungraded" | "held" | "undecided";
                                why: {
                                    en: string;
                                    zh: string;
                                };
                            };
                            provisional: {
                                by: "hold" | "exclusion" | "veto" | "discipline" | "band" | "quota" | "people";
                                clause: string | null;
                                grade: string | null;
                                rule: string;
                                status: "graded" | "comment_only" | "ungraded" | "held" | "undecided";
                                why: {
                                    en: string;
                                    zh: string;
                                };
                            };
                        };
                        before: {
                            composite: string | null;
                            consequences: {
                                adverse: boolean;
                                clause: string | null;
                                effect: string;
                                force: "confirm" | "may" | "inform";
                                gate: {
                                    requires: {
                                        record: string;
                                        title: {
                                            en: string;
                                            zh: string;
                                        };
                                    }[];
                                    rule: string;
                                    title: {
                                        en: string;
                                        zh: string;
                                    };
                                } | null;
                                params: {
                                    [key: string]: string | number | boolean;
                                };
                                rule: string;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            dimensions: {
                                [key: string]: string | null;
                            };
                            final: {
                                by: "hold" | "exclusion" | "veto" | "discipline" | "band" | "quota" | "people";
                                clause: string | null;
                                grade: string | null;
                                rule: string;
                                status: "graded" | "comment_only" | "ungraded" | "held" | "undecided";
                                why: {
                                    en: string;
                                    zh: string;
                                };
                            };
                            provisional: {
                                by: "hold" | "exclusion" | "veto" | "discipline" | "band" | "quota" | "people";
                                clause: string | null;
                                grade: string | null;
                                rule: string;
                                status: "graded" | "comment_only" | "ungraded" | "held" | "undecided";
                                why: {
                                    en: string;
                                    zh: string;
                                };
                            };
                        };
                        changed: boolean;
                        recomputed: {
                            composite: string | null;
                            consequences: {
                                adverse: boolean;
                                clause: string | null;
                                effect: string;
                                force: "confirm" | "may" | "inform";
                                gate: {
                                    requires: {
                                        record: string;
                                        title: {
                                            en: string;
                                            zh: string;
                                        };
                                    }[];
                                    rule: string;
                                    title: {
                                        en: string;
                                        zh: string;
                                    };
                                } | null;
                                params: {
                                    [key: string]: string | number | boolean;
                                };
                                rule: string;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            dimensions: {
                                [key: string]: string | null;
                            };
                            final: {
                                by: "hold" | "exclusion" | "veto" | "discipline" | "band" | "quota" | "people";
                                clause: string | null;
                                grade: string | null;
                                rule: string;
                                status: "graded" | "comment_only" | "ungraded" | "held" | "undecided";
                                why: {
                                    en: string;
                                    zh: string;
                                };
                            };
                            provisional: {
                                by: "hold" | "exclusion" | "veto" | "discipline" | "band" | "quota" | "people";
                                clause: string | null;
                                grade: string | null;
                                rule: string;
                                status: "graded" | "comment_only" | "ungraded" | "held" | "undecided";
                                why: {
                                    en: string;
                                    zh: string;
                                };
                            };
                        };
                        seats: {
                            held: number;
                            over: number;
                            seats: number;
                        };
                        spared: boolean;
                        steps: {
                            a: string | null;
                            b: string | null;
                            clauseA: string | null;
                            clauseB: string | null;
                            path: string;
                            what: {
                                en: string;
                                zh: string;
                            };
                        }[];
                        touched: {
                            before: {
                                by: "hold" | "exclusion" | "veto" | "discipline" | "band" | "quota" | "people";
                                clause: string | null;
                                grade: string | null;
                                rule: string;
                                status: "graded" | "comment_only" | "ungraded" | "held" | "undecided";
                                why: {
                                    en: string;
                                    zh: string;
                                };
                            };
                            effect: "kept" | "may_rise" | "same_standing";
                            id: string;
                            recomputed: {
                                by: "hold" | "exclusion" | "veto" | "discipline" | "band" | "quota" | "people";
                                clause: string | null;
                                grade: string | null;
                                rule: string;
                                status: "graded" | "comment_only" | "ungraded" | "held" | "undecided";
                                why: {
                                    en: string;
                                    zh: string;
                                };
                            };
                            unit: string;
                        }[];
                    };
                };
            };
        };
    };
    ContestController_withdraw: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                contestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: true;
                    };
                };
            };
        };
    };
    CycleController_list: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            areaId: string;
                            calendarHash: string;
                            clock: {
                                kind: "calendar";
                            } | {
                                kind: "rehearsal";
                                workingDayMs: number;
                            };
                            closedAt: number | null;
                            drawSeed: string;
                            id: string;
                            key: string;
                            openedAt: number | null;
                            rulebookHash: string;
                            run: string;
                            state: "draft" | "consulted" | "published" | "open" | "closed";
                            version: number;
                            year: number;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    CycleController_create: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    areaId: string;
                    calendarId?: string;
                    clock: {
                        kind: "calendar";
                    } | {
                        kind: "rehearsal";
                        workingDayMs: number;
                    };
                    drawSeed: string;
                    rulebookHash: string;
                    units: {
                        /** @default {} */
                        facts?: {
                            [key: string]: boolean | string | number;
                        };
                        headcount?: number;
                        pool?: string;
                        unitId: string;
                    }[];
                    year: number;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        key: string;
                        run: string;
                        state: "draft" | "consulted" | "published" | "open" | "closed";
                        version: number;
                    };
                };
            };
        };
    };
    CycleController_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        areaId: string;
                        calendarHash: string;
                        clock: {
                            kind: "calendar";
                        } | {
                            kind: "rehearsal";
                            workingDayMs: number;
                        };
                        closedAt: number | null;
                        drawSeed: string;
                        id: string;
                        key: string;
                        openedAt: number | null;
                        rulebookHash: string;
                        run: string;
                        state: "draft" | "consulted" | "published" | "open" | "closed";
                        units: {
                            appraisals: number;
                            collectionClosesAt: number | null;
                            facts: {
                                [key: string]: boolean | string | number;
                            };
                            headcount: number | null;
                            /** @description 其中有逾期事项的人数 / of them, those with something overdue */
                            late: number;
                            name: string;
                            noticeEndsAt: number | null;
                            pool: string | null;
                            round: number;
                            state: "planned" | "collecting" | "composed" | "deliberating" | "notice" | "notified" | "finished";
                            unitId: string;
                            version: number;
                            /** @description 有待办事项的人数 / people for whom something waits */
                            waiting: number;
                        }[];
                        version: number;
                        year: number;
                    };
                };
            };
        };
    };
    AccessController_access: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                subject?: string;
            };
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            accountId: string;
                            at: number;
                            cycleId: string | null;
                            endpoint: string;
                            id: string;
                            permission: string;
                            role: string;
                            subject: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    MarkController_adjustments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rows: {
                        appraisalId: string;
                        /** @default [] */
                        evidence?: string[];
                        item: string;
                        times: number;
                    }[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recorded: number;
                    };
                };
            };
        };
    };
    CycleController_appraisals: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                unitId?: string;
            };
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            category: string;
                            communityId: string;
                            eligibility: string | null;
                            id: string;
                            joinedLate: boolean;
                            name: string | null;
                            personRef: string;
                            posts: string[];
                            result: {
                                clause: string | null;
                                composite: string | null;
                                contestUntil: number | null;
                                grade: string | null;
                                notifiedAt: number;
                                rule: string | null;
                                status: string;
                            } | null;
                            status: "planned" | "open" | "sealed" | "graded" | "held" | "contested" | "awaiting_confirmation" | "recorded" | "left";
                            unitId: string;
                            version: number;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    RosterController_admit: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    category: string;
                    community: string;
                    /** @default [] */
                    earlier?: {
                        result: string;
                        year: number;
                    }[];
                    /** @default {} */
                    facts?: {
                        [key: string]: boolean | string | number;
                    };
                    name?: string;
                    personRef?: string;
                    phone?: string;
                    posts: string[];
                    /** @default [] */
                    punishments?: {
                        kind: string;
                        /** @default false */
                        linkedToDuty?: boolean;
                        year: number;
                    }[];
                    unit: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appraisalId: string;
                    };
                };
            };
        };
    };
    AuditController_cycle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
        };
    };
    BallotBoxController_boxes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            campaignId: string;
                            communityName: string;
                            destroyedAt: number | null;
                            holders: {
                                accountId: string;
                                passedOn: boolean;
                                username: string;
                            }[];
                            leaves: number | null;
                            root: string | null;
                            sealedAt: number | null;
                            state: "planned" | "open" | "extended" | "sealed" | "counted" | "closed_valid" | "closed_to_panel";
                            unitName: string;
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    BallotBoxController_open: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    passphrase: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            act: "passed_on" | "waiting_for_another" | "counted" | "no_share";
                            campaignId: string;
                            communityId: string;
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    BallotBoxController_holders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            accountId: string;
                            enrolledAt: number;
                            username: string;
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    BallotBoxController_enrol: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    passphrase: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accountId: string;
                        enrolledAt: number;
                    };
                };
            };
        };
    };
    CycleController_consult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    form: "staff_congress" | "meeting" | "written";
                    heldOn: string;
                    summary: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        state: "draft" | "consulted" | "published" | "open" | "closed";
                        version: number;
                    };
                };
            };
        };
    };
    PlanningController_consultations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            form: "staff_congress" | "meeting" | "written";
                            heldOn: string;
                            recordedAt: number;
                            recordedBy: string;
                            summary: string;
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    DecisionController_register: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    about: {
                        appraisalId: string;
                    } | {
                        personRef: string;
                    } | {
                        unitId: string;
                    };
                    contentHash?: string;
                    form?: "notice" | "month_pay";
                    issuedOn: string;
                    protection?: {
                        paragraph: "occupational_hazard" | "work_injury" | "medical_period" | "maternity" | "near_retirement" | "other_law";
                        until?: string;
                    };
                    record: string;
                    reference: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        documentId: string;
                    };
                };
            };
        };
    };
    CycleBoardController_closings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            closedAt: number;
                            closedBy: string;
                            id: string;
                            name: string | null;
                            reason: string;
                            unitId: string;
                        }[];
                    };
                };
            };
        };
    };
    CycleBoardController_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    MarkController_evidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rows: {
                        appraisalId: string;
                        evidence: string[];
                        part: string;
                    }[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recorded: number;
                    };
                };
            };
        };
    };
    MarkController_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    requests: {
                        appraisalId: string;
                        part: string;
                        post?: string | null;
                        raterId: string;
                        role: string;
                    }[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        assigned: number;
                    };
                };
            };
        };
    };
    MarkController_requestDefault: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        assigned: number;
                    };
                };
            };
        };
    };
    MarkController_marking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            anchors: {
                                atLeast: string;
                                text: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            appraisalId: string;
                            evidence: string[];
                            evidenceRequired: boolean;
                            marked: string | null;
                            max: string;
                            name: string;
                            nextVersion: number;
                            panelId: string | null;
                            part: string;
                            partTitle: {
                                en: string;
                                zh: string;
                            };
                            post: string | null;
                            posts: string[];
                            postTitle: {
                                en: string;
                                zh: string;
                            } | null;
                            reason: string | null;
                            reasonBounds: {
                                atLeast: string;
                                atMost: string;
                            } | null;
                            role: string;
                            roleTitle: {
                                en: string;
                                zh: string;
                            };
                            unitId: string;
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    MarkController_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "text/csv": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        imported: number;
                    };
                };
            };
        };
    };
    CycleController_open: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        state: "draft" | "consulted" | "published" | "open" | "closed";
                        version: number;
                    };
                };
            };
        };
    };
    PanelController_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accounts: {
                            account: string;
                            name: string;
                        }[];
                        items: {
                            blind: boolean;
                            challenges: {
                                appraisalId: string;
                                askedAt: number;
                                askedBy: string;
                                raterId: string;
                                reason: string;
                                verdict: "granted" | "refused" | null;
                            }[];
                            cycleId: string;
                            id: string;
                            members: string[];
                            minimum: number;
                            namedAt: number;
                            namedBy: string;
                            part: string;
                            partTitle: {
                                en: string;
                                zh: string;
                            };
                            people: {
                                appraisalId: string;
                                given: number;
                                missing: boolean;
                                name: string | null;
                                seated: number;
                                short: boolean;
                            }[];
                            quorum: number;
                            role: string;
                            roleTitle: {
                                en: string;
                                zh: string;
                            };
                            size: number | null;
                            stoodDown: {
                                appraisalId: string;
                                cause: "oneself" | "relative" | "competing" | "took_part" | "recused" | "challenged" | "absent";
                                decidedAt: number;
                                decidedBy: string | null;
                                part: string;
                                raterId: string;
                                reason: string | null;
                                replacedBy: string | null;
                                role: string;
                            }[];
                            unitId: string;
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    CycleController_publish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        state: "draft" | "consulted" | "published" | "open" | "closed";
                        version: number;
                    };
                };
            };
        };
    };
    QuestionnaireController_ofCycle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hash: string;
                        questionnaire: {
                            id: string;
                            version: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    QuestionnaireController_choose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    hash: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: true;
                    };
                };
            };
        };
    };
    CycleBoardController_remind: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind?: "marking" | "panel_marking" | "panel_challenge" | "duty_report" | "list" | "correction" | "objection" | "result" | "review" | "appeal" | "consequences" | "held_case" | "improvement_plan" | "survey_key" | "survey_count";
                    /** @description 只催逾期的 / only what is overdue */
                    late: boolean;
                    tasks?: string[];
                    unitId?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 今天已催过的事项 / tasks reminded of today before */
                        alreadyReminded: number;
                        /** @description 超出一次上限、尚未催办 / too many for one time */
                        left: number;
                        people: number;
                        /** @description 演练不发消息 / in a rehearsal nobody is written to */
                        rehearsal: boolean;
                        tasks: number;
                        unreachable: {
                            name: string;
                            problem: "NO_CONTACT" | "ACCOUNT_DISABLED";
                        }[];
                        /** @description 将收到消息的人数 / people a message goes out to */
                        written: number;
                        /** @description 今天已有消息的人数 / people who get one today anyway */
                        writtenToday: number;
                    };
                };
            };
        };
    };
    RosterController_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "text/csv": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        imported: number;
                    };
                };
            };
        };
    };
    PlanningController_tryRoster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "text/csv": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: {
                            hint: string | null;
                            id: string;
                            title: {
                                en: string;
                                zh: string;
                            };
                        }[];
                        faultCount: number;
                        faults: {
                            code: string;
                            column: string;
                            message: string;
                            messageZh: string;
                            row: number;
                        }[];
                        rows: {
                            cells: {
                                [key: string]: string;
                            };
                            row: number;
                        }[];
                        units: {
                            count: number;
                            name: string;
                            unitId: string;
                        }[];
                    };
                };
            };
        };
    };
    MarkController_routine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rows: {
                        appraisalId: string;
                        period: string;
                        value: string;
                    }[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recorded: number;
                    };
                };
            };
        };
    };
    ResultController_summary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appraisals: number;
                        byGrade: {
                            [key: string]: number;
                        };
                        commentOnly: number;
                        held: number;
                        ledgerEntries: number;
                        left: number;
                        quota: {
                            awarded: string[];
                            base: number;
                            baseKind: "should_appraise" | "took_part" | "headcount";
                            candidates: number;
                            cap: string;
                            capClause: string | null;
                            capRule: string;
                            displaced: string[];
                            drawSeed: string | null;
                            exactSeats: string;
                            pool: string | null;
                            rounding: string;
                            seats: number;
                            toPeople: {
                                en: string;
                                zh: string;
                            } | null;
                            unit: string;
                        }[];
                        surveyResponses: number;
                        undecided: number;
                        ungraded: number;
                    };
                };
            };
        };
    };
    SurveyController_tallies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            appraisalId: string;
                            assisted: number;
                            campaignId: string;
                            communityId: string;
                            issued: number;
                            ordinary: number;
                            population: number | null;
                            satisfied: number;
                            valid: number;
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    SurveyController_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            answered: number | null;
                            closesAt: number | null;
                            communityId: string;
                            communityName: string;
                            extensions: number;
                            id: string;
                            issued: number;
                            opensAt: number | null;
                            panelReason: "sample_not_valid" | "box_not_opened" | null;
                            questionnaireHash: string | null;
                            root: string | null;
                            state: "planned" | "open" | "extended" | "sealed" | "counted" | "closed_valid" | "closed_to_panel";
                            unitId: string;
                            unitName: string;
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    ActController_acts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
                unitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            acknowledged: {
                                appraisalId: string;
                                reason: string;
                            }[];
                            actAt: number;
                            actBy: string;
                            id: string;
                            onBehalfOf: string | null;
                            reason: string | null;
                            round: number;
                            seq: number;
                            step: string;
                            target: {
                                act?: string;
                                appraisals?: string[];
                                batch?: boolean;
                                returnTo?: string;
                                seat?: string;
                                to?: string[];
                            };
                            verb: "claim" | "unclaim" | "approve" | "reject" | "abstain" | "return" | "withdraw" | "transfer" | "delegate" | "give_back" | "add_sign_before" | "add_sign_after" | "remove_sign" | "cc" | "urge" | "read" | "recuse" | "challenge" | "grant_recusal" | "refuse_recusal" | "hand_over";
                        }[];
                        people: {
                            account: string;
                            name: string;
                        }[];
                    };
                };
            };
        };
    };
    ActController_act: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                cycleId: string;
                unitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    acknowledged?: {
                        appraisalId: string;
                        reason: string;
                    }[];
                    act?: string;
                    appraisals?: string[];
                    listHash: string;
                    onBehalfOf?: string;
                    reason?: string;
                    returnTo?: string;
                    round: number;
                    seat?: string;
                    step: string;
                    to?: string[];
                    verb: "claim" | "unclaim" | "approve" | "reject" | "abstain" | "return" | "withdraw" | "transfer" | "delegate" | "give_back" | "add_sign_before" | "add_sign_after" | "remove_sign" | "cc" | "urge" | "read" | "recuse" | "grant_recusal" | "refuse_recusal" | "hand_over";
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        act: string;
                        seq: number;
                        status: "open" | "approved" | "rejected" | "returned";
                        step: string;
                        version: number;
                        waiting: string[];
                    };
                };
            };
        };
    };
    ActController_approval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
                unitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        challenges: {
                            act: string;
                            against: string;
                        }[];
                        escalateAt: number;
                        escalated: boolean;
                        listHash: string;
                        opening: number;
                        people: {
                            account: string;
                            name: string;
                        }[];
                        recused: string[];
                        returned: {
                            appraisals: "all" | string[];
                            to: string;
                        } | null;
                        round: number;
                        seats: {
                            claimedBy: string | null;
                            holder: string;
                            id: string;
                            origin: string;
                            state: string;
                            weight: number;
                        }[];
                        since: number;
                        status: "open" | "approved" | "rejected" | "returned";
                        step: string;
                        steps: {
                            batch: boolean;
                            id: string;
                            many: {
                                inclusive?: boolean;
                                mode: "all" | "one" | "in_order" | "vote";
                                of?: "seated" | "cast";
                                quorum?: string;
                                threshold?: string;
                            };
                            reasonFor: string[];
                            recused: {
                                account: string;
                                why: string;
                            }[];
                            returnTo: string[];
                            seats: {
                                holder: string;
                                weight: number;
                            }[];
                            superiors: string[];
                        }[];
                        tasks: {
                            account: string;
                            as: "self" | "delegate" | "superior";
                            onBehalfOf: string | null;
                            seat: string;
                            step: string;
                            verbs: ("claim" | "unclaim" | "approve" | "reject" | "abstain" | "return" | "withdraw" | "transfer" | "delegate" | "give_back" | "add_sign_before" | "add_sign_after" | "remove_sign" | "cc" | "urge" | "read" | "recuse" | "challenge" | "grant_recusal" | "refuse_recusal" | "hand_over")[];
                        }[];
                        version: number;
                    };
                };
            };
        };
    };
    CycleController_closeCollection: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                cycleId: string;
                unitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: true;
                    };
                };
            };
        };
    };
    DecisionController_consequences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
                unitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        listHash: string;
                        people: {
                            appraisalId: string;
                            category: string;
                            hurting: {
                                carriedOutAs: "as_written" | "residents_meeting" | "owning_organ";
                                clause: string | null;
                                decidedAt: number | null;
                                decidedBy: string | null;
                                effect: string;
                                force: "confirm" | "may" | "inform";
                                gateOpen: boolean;
                                missing: string[];
                                params: {
                                    [key: string]: string | number | boolean;
                                };
                                rule: string;
                                state: "proposed" | "confirmed" | "frozen" | "refused";
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            name: string;
                            ordinary: {
                                clause: string | null;
                                decidedAt: number | null;
                                decidedBy: string | null;
                                effect: string;
                                force: "confirm" | "may" | "inform";
                                params: {
                                    [key: string]: string | number | boolean;
                                };
                                rule: string;
                                state: "proposed" | "confirmed" | "frozen" | "refused";
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            result: string;
                            status: string;
                        }[];
                        round: number;
                    };
                };
            };
        };
    };
    ContestController_deliveries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
                unitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            appraisalId: string;
                            delivery: {
                                contestUntil: number | null;
                                deliveredAt: number;
                                deliveredBy: string;
                                reference: string | null;
                                way: "received" | "signed" | "handed_over" | "refused_witnessed" | "posted";
                                witnesses: string[];
                            } | null;
                            document: "result" | "later_result" | "review" | "appeal";
                            dueAt: number;
                            writtenAt: number;
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    ContestController_deliver: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                cycleId: string;
                unitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    appraisals?: string[];
                    reference?: string;
                    way: "handed_over" | "refused_witnessed" | "posted";
                    witnesses?: string[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        delivered: number;
                        deliveredAt: number;
                    };
                };
            };
        };
    };
    DeliberationController_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
                unitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        approval: {
                            status: string;
                            step: string;
                            version: number;
                            waiting: string[];
                        } | null;
                        changes: {
                            after: {
                                composite: string | null;
                                grade: string | null;
                            } | null;
                            appraisalId: string;
                            before: {
                                composite: string | null;
                                grade: string | null;
                            } | null;
                            cause: "reopened" | "line";
                        }[];
                        dimensions: {
                            id: string;
                            title: {
                                en: string;
                                zh: string;
                            };
                        }[];
                        earlier: {
                            decidedAt: number;
                            decidedBy: string;
                            reason: string | null;
                            round: number;
                            verdict: "approve" | "return";
                        }[];
                        listHash: string;
                        people: {
                            acknowledged: string | null;
                            appraisalId: string;
                            clause: string | null;
                            composite: string | null;
                            consequences: {
                                adverse: boolean;
                                clause: string | null;
                                effect: string;
                                force: "confirm" | "may" | "inform";
                                gate: {
                                    requires: {
                                        record: string;
                                        title: {
                                            en: string;
                                            zh: string;
                                        };
                                    }[];
                                    rule: string;
                                    title: {
                                        en: string;
                                        zh: string;
                                    };
                                } | null;
                                params: {
                                    [key: string]: string | number | boolean;
                                };
                                rule: string;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            dimensions: {
                                [key: string]: string | null;
                            };
                            final: {
                                by: "hold" | "exclusion" | "veto" | "discipline" | "band" | "quota" | "people";
                                clause: string | null;
                                grade: string | null;
                                rule: string;
                                status: "graded" | "comment_only" | "ungraded" | "held" | "undecided";
                                why: {
                                    en: string;
                                    zh: string;
                                };
                            };
                            flags: {
                                code: string;
                                why: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            line: {
                                decidedBy: string;
                                rank: number;
                                seats: number;
                                side: "in" | "out";
                                why: {
                                    en: string;
                                    zh: string;
                                };
                            } | null;
                            name: string;
                            needsPeople: "survey_near_line"[];
                            place: number;
                            posts: string[];
                            provisional: {
                                by: "hold" | "exclusion" | "veto" | "discipline" | "band" | "quota" | "people";
                                clause: string | null;
                                grade: string | null;
                                rule: string;
                                status: "graded" | "comment_only" | "ungraded" | "held" | "undecided";
                                why: {
                                    en: string;
                                    zh: string;
                                };
                            };
                            rule: string;
                            why: {
                                en: string;
                                zh: string;
                            };
                        }[];
                        round: number;
                        sheet: {
                            awarded: string[];
                            base: number;
                            baseKind: "should_appraise" | "took_part" | "headcount";
                            candidates: number;
                            cap: string;
                            capClause: string | null;
                            capRule: string;
                            displaced: string[];
                            drawSeed: string | null;
                            exactSeats: string;
                            pool: string | null;
                            rounding: string;
                            seats: number;
                            toPeople: {
                                en: string;
                                zh: string;
                            } | null;
                            unit: string;
                        };
                        stage: "planned" | "collecting" | "composed" | "deliberating" | "notice" | "notified" | "finished";
                    };
                };
            };
        };
    };
    ObjectionController_notices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
                unitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            address: string;
                            endedAt: number | null;
                            endsAt: number;
                            entries: {
                                appraisalId: string;
                                grade: string;
                            }[];
                            id: string;
                            objections: number;
                            outcome: "final" | "reopened" | null;
                            round: number;
                            standing: {
                                appraisalId: string;
                                grade: string;
                            }[];
                            startsAt: number;
                            unanswered: number;
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    ObjectionController_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
                unitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            about: string | null;
                            answer: {
                                answeredAt: number;
                                answeredBy: string;
                                reason: string;
                                touch: "evidence" | "quota_line" | null;
                                touched: string[];
                                verdict: "upheld" | "dismissed";
                            } | null;
                            changes: {
                                after: {
                                    composite: string | null;
                                    grade: string | null;
                                } | null;
                                appraisalId: string;
                                before: {
                                    composite: string | null;
                                    grade: string | null;
                                } | null;
                                cause: "reopened" | "line";
                            }[];
                            channel: "link" | "in_person";
                            contact: string | null;
                            id: string;
                            name: string | null;
                            noticeId: string;
                            receivedAt: number;
                            recordedBy: string | null;
                            round: number;
                            text: string;
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    ObjectionController_record: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                cycleId: string;
                unitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    about?: string;
                    contact?: string;
                    name?: string;
                    text: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        objectionId: string;
                    };
                };
            };
        };
    };
    PanelController_parts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
                unitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            holders: {
                                account: string;
                                name: string;
                            }[];
                            panelId: string | null;
                            part: string;
                            partTitle: {
                                en: string;
                                zh: string;
                            };
                            quorum: number;
                            role: string;
                            roleTitle: {
                                en: string;
                                zh: string;
                            };
                            size: number | null;
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    PanelController_name: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                cycleId: string;
                unitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    members: string[];
                    part: string;
                    role: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conflicts: number;
                        panelId: string;
                        seats: number;
                        short: number;
                    };
                };
            };
        };
    };
    MarkController_records: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
                unitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            evidenceRequired: boolean;
                            id: string;
                            kind: "bonus" | "deduction";
                            pointsEach: string;
                            title: {
                                en: string;
                                zh: string;
                            };
                        }[];
                        people: {
                            adjustments: {
                                evidence: string[];
                                item: string;
                                times: number;
                            }[];
                            appraisalId: string;
                            evidence: {
                                evidence: string[];
                                part: string;
                            }[];
                            name: string;
                            parts: {
                                evidenceRequired: boolean;
                                id: string;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            posts: {
                                en: string;
                                zh: string;
                            }[];
                            routine: {
                                period: string;
                                value: string;
                            }[];
                        }[];
                    };
                };
            };
        };
    };
    DecisionController_attempts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
                unitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            appraisalId: string;
                            attemptedAt: number;
                            attemptedBy: string;
                            code: string;
                            id: string;
                            missing: {
                                record: string;
                                rule: string;
                            }[];
                            rules: string[];
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    DeliberationController_resubmit: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                cycleId: string;
                unitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    round: number;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: true;
                    };
                };
            };
        };
    };
    RulebookController_whatIf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
                unitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    changes: {
                        path: string;
                        value: string;
                    }[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        findings: {
                            clause: string | null;
                            code: string;
                            line: number;
                            message: string;
                            messageZh: string;
                            path: string;
                            rule: string | null;
                        }[];
                        outcome: {
                            elsewhere: number;
                            graded: {
                                after: {
                                    by: "hold" | "exclusion" | "veto" | "discipline" | "band" | "quota" | "people";
                                    clause: string | null;
                                    grade: string | null;
                                    rule: string;
                                    status: "graded" | "comment_only" | "ungraded" | "held" | "undecided";
                                    why: {
                                        en: string;
                                        zh: string;
                                    };
                                };
                                appraisalId: string;
                                before: {
                                    by: "hold" | "exclusion" | "veto" | "discipline" | "band" | "quota" | "people";
                                    clause: string | null;
                                    grade: string | null;
                                    rule: string;
                                    status: "graded" | "comment_only" | "ungraded" | "held" | "undecided";
                                    why: {
                                        en: string;
                                        zh: string;
                                    };
                                };
                                compositeAfter: string | null;
                                compositeBefore: string | null;
                                name: string;
                                step: {
                                    a: string | null;
                                    b: string | null;
                                    clauseA: string | null;
                                    clauseB: string | null;
                                    path: string;
                                    what: {
                                        en: string;
                                        zh: string;
                                    };
                                } | null;
                            }[];
                            people: number;
                            quota: {
                                after: string;
                                before: string;
                                field: "base" | "cap" | "capRule" | "exactSeats" | "rounding" | "seats" | "sheet";
                            }[];
                            results: {
                                after: number;
                                before: number;
                                result: string;
                            }[];
                            scored: number;
                        } | null;
                        source: string;
                    };
                };
            };
        };
    };
    CycleBoardController_waiting: {
        parameters: {
            query?: {
                after?: string;
                kind?: "marking" | "panel_marking" | "panel_challenge" | "duty_report" | "list" | "correction" | "objection" | "result" | "review" | "appeal" | "consequences" | "held_case" | "improvement_plan" | "survey_key" | "survey_count";
                late?: "true" | "false";
                limit?: number;
                unitId?: string;
            };
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            accountId: string;
                            as: "self" | "deputy" | "delegate" | "superior";
                            count: number | null;
                            dueAt: number | null;
                            id: string;
                            kind: "marking" | "panel_marking" | "panel_challenge" | "duty_report" | "list" | "correction" | "objection" | "result" | "review" | "appeal" | "consequences" | "held_case" | "improvement_plan" | "survey_key" | "survey_count";
                            name: string;
                            overdue: boolean;
                            /** @description 最近一次催办 / when somebody last sent a reminder */
                            remindedAt: number | null;
                            since: number;
                            step: string | null;
                            title: {
                                en: string;
                                zh: string;
                            };
                            unitId: string;
                            unitName: string;
                            workingDaysLeft: number | null;
                        }[];
                        next: string | null;
                        /** @description 符合条件的总数，仅第一页 / of all that was asked for, with the first page only */
                        totals: {
                            overdue: number;
                            people: number;
                            tasks: number;
                        } | null;
                    };
                };
            };
        };
    };
    DeliveryReportController_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                gateway: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    messageId: string;
                    problem?: string;
                    status: "delivered" | "failed";
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: true;
                    };
                };
            };
        };
    };
    ActController_deputies: {
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actsFor: {
                            deputy: string;
                            endedAt: number | null;
                            fromAt: number;
                            givenAt: number;
                            id: string;
                            principal: string;
                            reason: string | null;
                            untilAt: number;
                        }[];
                        given: {
                            deputy: string;
                            endedAt: number | null;
                            fromAt: number;
                            givenAt: number;
                            id: string;
                            principal: string;
                            reason: string | null;
                            untilAt: number;
                        }[];
                        people: {
                            account: string;
                            name: string;
                        }[];
                        possible: {
                            account: string;
                            name: string;
                        }[];
                    };
                };
            };
        };
    };
    ActController_giveDeputy: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    deputy: string;
                    fromAt: number;
                    reason?: string;
                    untilAt: number;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    ActController_endDeputy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deputyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: true;
                    };
                };
            };
        };
    };
    DecisionController_withdraw: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        documentId: string;
                    };
                };
            };
        };
    };
    LedgerController_importGrades: {
        parameters: {
            query: {
                area: string;
                rulebook: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "text/csv": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        imported: number;
                    };
                };
            };
        };
    };
    ResultController_grades: {
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            provenOn: string;
                            reference: string | null;
                            result: string;
                            source: "own" | "imported" | "roster";
                            year: number;
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    DecisionController_end: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                    outcome: "met" | "not_met";
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: true;
                    };
                };
            };
        };
    };
    DecisionController_step: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                    step: number;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: true;
                    };
                };
            };
        };
    };
    InboxController_inbox: {
        parameters: {
            query?: {
                after?: string;
                cycleId?: string;
                kind?: "marking" | "panel_marking" | "panel_challenge" | "duty_report" | "list" | "correction" | "objection" | "result" | "review" | "appeal" | "consequences" | "held_case" | "improvement_plan" | "survey_key" | "survey_count";
                limit?: number;
                overdue?: "true" | "false";
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            appraisalId: string | null;
                            as: "self" | "deputy" | "delegate" | "superior";
                            count: number | null;
                            cycleId: string;
                            dueAt: number | null;
                            id: string;
                            ifNothing: "reminded" | "superior_told" | "counts_as_missing" | "stays_open";
                            ifNothingText: {
                                en: string;
                                zh: string;
                            };
                            kind: "marking" | "panel_marking" | "panel_challenge" | "duty_report" | "list" | "correction" | "objection" | "result" | "review" | "appeal" | "consequences" | "held_case" | "improvement_plan" | "survey_key" | "survey_count";
                            onBehalfOf: {
                                accountId: string;
                                name: string | null;
                            } | null;
                            overdue: boolean;
                            personName: string | null;
                            run: string;
                            since: number;
                            source: string;
                            step: string | null;
                            title: {
                                en: string;
                                zh: string;
                            };
                            unitId: string;
                            unitName: string;
                            verbs: string[];
                            workingDaysLeft: number | null;
                            year: number;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    InboxController_calendar: {
        parameters: {
            query: {
                key: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
        };
    };
    InboxController_counts: {
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kinds: {
                            kind: "marking" | "panel_marking" | "panel_challenge" | "duty_report" | "list" | "correction" | "objection" | "result" | "review" | "appeal" | "consequences" | "held_case" | "improvement_plan" | "survey_key" | "survey_count";
                            open: number;
                            overdue: number;
                        }[];
                        open: number;
                        overdue: number;
                    };
                };
            };
        };
    };
    InboxController_feed: {
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        createdAt: number | null;
                    };
                };
            };
        };
    };
    InboxController_renew: {
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        createdAt: number;
                        path: string;
                    };
                };
            };
        };
    };
    InboxController_revoke: {
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    LedgerController_mine: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        at: string;
                        entries: {
                            appraisalId: string;
                            because: string | null;
                            clause: string | null;
                            confirmedBy: string;
                            cycleId: string;
                            effect: string;
                            effectiveOn: string;
                            enteredAt: number;
                            key: string;
                            params: {
                                [key: string]: string | number | boolean;
                            };
                            reverses: string | null;
                            rule: string;
                            year: number;
                        }[];
                        personRef: string;
                        state: {
                            countedYears: number;
                            paySteps: number;
                            performancePay: {
                                coefficient: string | null;
                                year: number;
                            }[];
                            postsLowered: number;
                            standing: {
                                effect: string;
                                effectiveOn: string;
                                key: string;
                                params: {
                                    [key: string]: string | number | boolean;
                                };
                                year: number;
                            }[];
                        };
                    };
                };
            };
        };
    };
    MarkController_mark: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    marks: {
                        appraisalId: string;
                        part: string;
                        post?: string | null;
                        reason?: string | null;
                        role?: string | null;
                        value: string;
                        version: number;
                    }[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        marked: number;
                    };
                };
            };
        };
    };
    AccountController_me: {
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        grants: {
                            areaId: string;
                            role: "hr_officer" | "supervisor" | "superior" | "panel_member" | "peer" | "appraisee" | "reviewer" | "auditor" | "operator";
                            unitId: string | null;
                        }[];
                        id: string;
                        personId: string | null;
                        username: string;
                    };
                };
            };
        };
    };
    ObjectionController_answer: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                objectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    touch?: {
                        appraisals: string[];
                        kind: "evidence";
                    } | {
                        kind: "quota_line";
                    };
                    verdict: "upheld" | "dismissed";
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: true;
                    };
                };
            };
        };
    };
    OperatorController_archive: {
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        at: number;
                        closed: number;
                        /** @description 是否配置了归档 / whether there is an archive at all */
                        configured: boolean;
                        failed: {
                            archivedAt: number;
                            areaId: string;
                            buildId: string;
                            closedAt: number;
                            cycleId: string;
                            /** @description 事件与代码位置 / the event and the place in the flow */
                            fault: string;
                            runId: string;
                            workflowId: string;
                        }[];
                        gaps: {
                            areaId: string;
                            closedAt: number;
                            cycleId: string;
                            /** @description 引擎清除它的时刻 / when the engine forgets it */
                            forgottenAt: number;
                            near: boolean;
                            runId: string;
                            workflowId: string;
                        }[];
                        /** @description 临近清除的缺口数 / gaps in the last third of their retention */
                        near: number;
                        /** @description 运行结束后保留多久 / how long the engine keeps a run after its end */
                        retentionMs: number;
                        /** @description 流程引擎与运行环境的版本 / of the engine and of what this service runs on */
                        versions: {
                            engine: string;
                            node: string;
                        };
                    };
                };
            };
        };
    };
    OperatorController_state: {
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        at: number;
                        /** @description 不应答时为空 / null while it does not answer */
                        engine: {
                            /** @description 失败、超时或被终止 / flows that failed, timed out or were terminated */
                            failed: number;
                            /** @description 最近的若干个 / the latest of them */
                            failures: {
                                closedAt: number;
                                runId: string;
                                status: "failed" | "timed_out" | "terminated";
                                workflowId: string;
                            }[];
                            namespace: string;
                            queues: {
                                builds: string[];
                                kind: "workflow" | "activity";
                                name: string;
                                oldestWaitMs: number;
                                /** @description 排队的任务 / tasks that wait */
                                waiting: number;
                                /** @description 最近在取任务的进程 / processes that took tasks lately */
                                workers: number;
                            }[];
                            /** @description 运行中的流程 / flows under way */
                            running: number;
                            version: string;
                        } | null;
                        /** @description 发给工作人员的提醒 / word to staff */
                        messages: {
                            failed: number;
                            waiting: number;
                        } | null;
                        /** @description 已提交、待转交流程引擎 / on record, not passed on yet */
                        outbox: {
                            oldestAt: number | null;
                            waiting: number;
                        } | null;
                        /** Format: uri */
                        temporalUi: string | null;
                        versions: {
                            /** @description 不应答时为空 / null while it does not answer */
                            database: string | null;
                            kaoji: string;
                            node: string;
                            /** @description 流程引擎客户端 / of the engine’s client */
                            sdk: string;
                        };
                    };
                };
            };
        };
    };
    PanelController_absent: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountId: string;
                    appraisalId?: string | null;
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        empty: number;
                        replaced: number;
                    };
                };
            };
        };
    };
    PanelController_challenge: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountId: string;
                    appraisalId: string;
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: true;
                    };
                };
            };
        };
    };
    PanelController_answer: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountId: string;
                    appraisalId: string;
                    reason: string;
                    verdict: "granted" | "refused";
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: true;
                    };
                };
            };
        };
    };
    PanelController_recuse: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    appraisalId: string;
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        empty: number;
                        replaced: number;
                    };
                };
            };
        };
    };
    PanelController_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                panelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        panelId: string;
                        part: string;
                        people: {
                            account: string;
                            name: string;
                        }[];
                        raters: {
                            compared: number;
                            extremes: string | null;
                            highest: string;
                            leniency: string | null;
                            lowest: string;
                            marks: number;
                            rater: string;
                            sameForAll: boolean;
                            spread: string;
                        }[];
                        role: string;
                    };
                };
            };
        };
    };
    LedgerController_csv: {
        requestBody: {
            content: {
                "application/json": {
                    areaId: string;
                    from: string;
                    to: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    LedgerController_xlsx: {
        requestBody: {
            content: {
                "application/json": {
                    areaId: string;
                    from: string;
                    to: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
        };
    };
    AccessController_erase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personRef: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    clause: string;
                    name: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        erasedAt: number;
                        erasedBy: string;
                        personRef: string;
                    };
                };
            };
        };
    };
    LedgerController_ledger: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                personRef: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        at: string;
                        entries: {
                            appraisalId: string;
                            because: string | null;
                            clause: string | null;
                            confirmedBy: string;
                            cycleId: string;
                            effect: string;
                            effectiveOn: string;
                            enteredAt: number;
                            key: string;
                            params: {
                                [key: string]: string | number | boolean;
                            };
                            reverses: string | null;
                            rule: string;
                            year: number;
                        }[];
                        personRef: string;
                        state: {
                            countedYears: number;
                            paySteps: number;
                            performancePay: {
                                coefficient: string | null;
                                year: number;
                            }[];
                            postsLowered: number;
                            standing: {
                                effect: string;
                                effectiveOn: string;
                                key: string;
                                params: {
                                    [key: string]: string | number | boolean;
                                };
                                year: number;
                            }[];
                        };
                    };
                };
            };
        };
    };
    OperationController_problemPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": string;
                };
            };
        };
    };
    ProviderController_begin: {
        requestBody: {
            content: {
                "application/json": {
                    again: boolean;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                    };
                };
            };
        };
    };
    PlaceController_publicAddresses: {
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        receipt: string;
                    };
                };
            };
        };
    };
    LogController_heads: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        heads: {
                            at: number;
                            note: string;
                            root: string;
                            size: number;
                            stamped: boolean;
                            suite: "intl" | "sm";
                        }[];
                        keys: {
                            change: string | null;
                            keyId: string;
                            name: string;
                            publicKey: string;
                            suite: "intl" | "sm";
                        }[];
                        origin: string;
                    };
                };
            };
        };
    };
    LogController_logs: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            area: string;
                            at: number;
                            cycleId: string;
                            origin: string;
                            rehearsal: boolean;
                            root: string;
                            size: number;
                            year: number;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    PlaceController_publicNotices: {
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            address: string | null;
                            area: string;
                            endsAt: number;
                            entries: {
                                grade: string;
                                gradeTitle: string;
                                name: string;
                                postTitle: string;
                            }[];
                            log: {
                                origin: string;
                                root: string;
                                size: number;
                            } | null;
                            rehearsal: boolean;
                            startsAt: number;
                            surveys: {
                                community: string;
                                countHash: string;
                                draw: {
                                    algorithm: string;
                                    drawnAt: number;
                                    listHash: string;
                                    seed: string;
                                    strata: {
                                        drawn: number;
                                        listed: number;
                                        size: number;
                                        stratum: "ordinary" | "representative" | "service_object";
                                    }[];
                                } | null;
                                invalid: number;
                                issued: number;
                                leaves: number;
                                ofIssued: string | null;
                                population: number | null;
                                questions: {
                                    answered: number | null;
                                    satisfied: {
                                        count: number;
                                        high: string;
                                        low: string;
                                        rate: string;
                                    } | null;
                                    title: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                received: number;
                                root: string;
                                valid: number;
                            }[];
                            unit: string;
                            year: number;
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    QuestionnaireController_list: {
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            adoptedAt: number | null;
                            hash: string;
                            id: string;
                            questions: number;
                            title: {
                                en: string;
                                zh: string;
                            };
                            version: string;
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    QuestionnaireController_adopt: {
        requestBody: {
            content: {
                "application/json": {
                    source: string;
                };
                "application/yaml": {
                    source: string;
                };
                "text/yaml": {
                    source: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        findings: {
                            clause: string | null;
                            code: string;
                            line: number;
                            message: string;
                            messageZh: string;
                            path: string;
                            rule: string | null;
                            severity: "error" | "hint";
                        }[];
                        hash: string;
                        id: string;
                        version: string;
                    };
                };
            };
        };
    };
    QuestionnaireController_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hash: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hash: string;
                        questionnaire: {
                            id: string;
                            version: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    QuestionnaireController_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hash: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": string;
                };
            };
        };
    };
    RulebookController_list: {
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            adoptedAt: number;
                            hash: string;
                            id: string;
                            version: string;
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    RulebookController_adopt: {
        requestBody: {
            content: {
                "application/json": {
                    source: string;
                };
                "application/yaml": {
                    source: string;
                };
                "text/yaml": {
                    source: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        findings: {
                            clause: string | null;
                            code: string;
                            line: number;
                            message: string;
                            messageZh: string;
                            path: string;
                            rule: string | null;
                        }[];
                        hash: string;
                        id: string;
                        version: string;
                    };
                };
            };
        };
    };
    RulebookController_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hash: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        format: string;
                        id: string;
                        version: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    RulebookController_lint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hash: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        findings: {
                            clause: string | null;
                            code: string;
                            line: number;
                            message: string;
                            messageZh: string;
                            path: string;
                            rule: string | null;
                        }[];
                        hash: string;
                    };
                };
            };
        };
    };
    RulebookController_source: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hash: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hash: string;
                        source: string;
                    };
                };
            };
        };
    };
    RulebookController_check: {
        requestBody: {
            content: {
                "application/json": {
                    source: string;
                };
                "application/yaml": {
                    source: string;
                };
                "text/yaml": {
                    source: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        findings: {
                            clause: string | null;
                            code: string;
                            line: number;
                            message: string;
                            messageZh: string;
                            path: string;
                            rule: string | null;
                        }[];
                        hash: string | null;
                        rulebook: ({
                            format: string;
                            id: string;
                            version: string;
                        } & {
                            [key: string]: unknown;
                        }) | null;
                    };
                };
            };
        };
    };
    AccountController_sessions: {
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            createdAt: number;
                            current: boolean;
                            expiresAt: number;
                            id: string;
                            kind: "cookie" | "bearer";
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    AccountController_signIn: {
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    username: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            grants: {
                                areaId: string;
                                role: "hr_officer" | "supervisor" | "superior" | "panel_member" | "peer" | "appraisee" | "reviewer" | "auditor" | "operator";
                                unitId: string | null;
                            }[];
                            id: string;
                            personId: string | null;
                            username: string;
                        };
                        csrfToken: string;
                    };
                };
            };
        };
    };
    AccountController_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AccountController_signOut: {
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AccountController_stepUp: {
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        until: number;
                    };
                };
            };
        };
    };
    ProviderController_stepUp: {
        requestBody: {
            content: {
                "application/json": {
                    query: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        until: number;
                    };
                };
            };
        };
    };
    ProviderController_signIn: {
        requestBody: {
            content: {
                "application/json": {
                    query: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            grants: {
                                areaId: string;
                                role: "hr_officer" | "supervisor" | "superior" | "panel_member" | "peer" | "appraisee" | "reviewer" | "auditor" | "operator";
                                unitId: string | null;
                            }[];
                            id: string;
                            personId: string | null;
                            username: string;
                        };
                        csrfToken: string;
                    };
                };
            };
        };
    };
    ProviderController_ways: {
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        provider: {
                            en: string;
                            zh: string;
                        } | null;
                    };
                };
            };
        };
    };
    ResidentController_assisted: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    stratum: "ordinary" | "representative" | "service_object";
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        link: string;
                    };
                };
            };
        };
    };
    SurveyController_close: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: true;
                    };
                };
            };
        };
    };
    BallotBoxController_count: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        campaignId: string;
                        chart: {
                            en: string;
                            zh: string;
                        };
                        communityId: string;
                        confirmedAt: number | null;
                        confirmedBy: string | null;
                        count: {
                            assisted: {
                                share: string | null;
                                valid: number;
                            };
                            comments: {
                                given: number | null;
                                texts: string[];
                            };
                            community: {
                                answered: number | null;
                                cells: {
                                    count: number | null;
                                    title: {
                                        en: string;
                                        zh: string;
                                    };
                                    value: string;
                                }[];
                                kind: "scale" | "single" | "multiple";
                                questionId: string;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            flags: {
                                bursts: {
                                    count: number;
                                    day: string;
                                    hour: number;
                                }[];
                                speeding: {
                                    count: number;
                                    of: number;
                                    raised: boolean;
                                };
                                straightLining: {
                                    count: number;
                                    of: number;
                                    raised: boolean;
                                };
                            };
                            format: "kaoji-count/1";
                            invalid: number;
                            invalidReasons: {
                                blank: number;
                                not_offered: number;
                                required_missing: number;
                                unreadable: number;
                            };
                            people: {
                                appraisalId: string;
                                assisted: number;
                                estimate: {
                                    high: string;
                                    low: string;
                                    rate: string;
                                } | null;
                                ordinary: number;
                                questions: {
                                    answered: number | null;
                                    cells: {
                                        count: number | null;
                                        title: {
                                            en: string;
                                            zh: string;
                                        };
                                        value: string;
                                    }[];
                                    kind: "scale" | "single" | "multiple";
                                    questionId: string;
                                    title: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                satisfied: number;
                                valid: number;
                                weighted: {
                                    high: string;
                                    low: string;
                                    rate: string;
                                } | null;
                            }[];
                            questionnaire: {
                                id: string;
                                version: string;
                            };
                            received: number;
                            response: {
                                issued: number;
                                ofIssued: string | null;
                                ofPopulation: string | null;
                                population: number | null;
                            };
                            root: string;
                            sample: {
                                assisted: number;
                                n: number;
                                ordinary: number;
                                reason?: "too_few" | "too_few_ordinary" | "too_many_assisted";
                                valid: boolean;
                            };
                            strata: {
                                issued: number;
                                population: number | null;
                                received: number;
                                stratum: "ordinary" | "representative" | "service_object";
                                valid: number;
                            }[];
                            suppression: {
                                cells: number;
                                comments: number;
                            };
                            valid: number;
                        };
                        countedAt: number;
                        destroyedAt: number | null;
                        destroyedBy: string | null;
                        handover: {
                            handedOverAt: number;
                            handedOverBy: string;
                            reason: string;
                        } | null;
                        hash: string;
                        leaves: number | null;
                        shown: {
                            assistedShare: string | null;
                            lines: {
                                at: string;
                                clause: string | null;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            ofIssued: string | null;
                            ofPopulation: string | null;
                            people: {
                                appraisalId: string;
                                name: string | null;
                                nearLine: boolean;
                                rate: {
                                    at: string;
                                    high: string;
                                    low: string;
                                } | null;
                                weighted: {
                                    at: string;
                                    high: string;
                                    low: string;
                                } | null;
                            }[];
                        };
                        state: "planned" | "open" | "extended" | "sealed" | "counted" | "closed_valid" | "closed_to_panel";
                    };
                };
            };
        };
    };
    BallotBoxController_confirm: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    countHash: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: true;
                    };
                };
            };
        };
    };
    SurveyController_coverage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        assisted: number | null;
                        campaignId: string;
                        channels: {
                            channel: "sms" | "wechat" | "email" | "slip" | "handed" | "assisted";
                            issued: number;
                        }[];
                        closing: "seals" | "extends" | "to_panel" | null;
                        due: {
                            dueAt: number;
                            overdue: boolean;
                            workingDaysLeft: number | null;
                        } | null;
                        ordinary: number | null;
                        reading: {
                            reason: "too_few" | "too_few_ordinary" | "too_many_assisted" | null;
                            valid: boolean;
                        } | null;
                        received: number | null;
                        rule: {
                            assistedMaxShare: string | null;
                            clause: string | null;
                            extendWorkingDays: number;
                            extensions: number;
                            /** @description 百分数，如 70.0% / as a percentage */
                            minOrdinaryShare: string;
                            minValid: number;
                            secondChannel: "sms" | "wechat" | "email" | "slip" | "handed" | "assisted" | null;
                            suppressBelow: number;
                        } | null;
                        state: "planned" | "open" | "extended" | "sealed" | "counted" | "closed_valid" | "closed_to_panel";
                        /** @description 计数步长；封箱后为 null / null once the box is sealed */
                        step: number | null;
                        strata: {
                            drawn: number;
                            issued: number;
                            listed: number;
                            received: number | null;
                            sample: number | null;
                            stratum: "ordinary" | "representative" | "service_object";
                        }[];
                    };
                };
            };
        };
    };
    ResidentController_drawn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        drawnAt: number;
                        drawnBy: string;
                        listedAt: number;
                        listHash: string;
                        refs: {
                            refs: string[];
                            stratum: "ordinary" | "representative" | "service_object";
                        }[];
                        seed: string;
                        strata: {
                            drawn: number;
                            listed: number;
                            size: number;
                            stratum: "ordinary" | "representative" | "service_object";
                        }[];
                    };
                };
            };
        };
    };
    ResidentController_draw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    listHash: string;
                    seed: string;
                    sizes?: {
                        sample: number;
                        stratum: "ordinary" | "representative" | "service_object";
                    }[];
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        drawnAt: number;
                        drawnBy: string;
                        listedAt: number;
                        listHash: string;
                        refs: {
                            refs: string[];
                            stratum: "ordinary" | "representative" | "service_object";
                        }[];
                        seed: string;
                        strata: {
                            drawn: number;
                            listed: number;
                            size: number;
                            stratum: "ordinary" | "representative" | "service_object";
                        }[];
                    };
                };
            };
        };
    };
    ResidentController_invite: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    channel: "sms" | "wechat" | "email";
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invited: number;
                    };
                };
            };
        };
    };
    SurveyController_issue: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    channel?: "handed" | "assisted";
                    count: number;
                    stratum: "ordinary" | "representative" | "service_object";
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        links: string[];
                    };
                };
            };
        };
    };
    ResidentController_reissue: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ref: string;
                } | {
                    link: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        link: string | null;
                    };
                };
            };
        };
    };
    SurveyController_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    link: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: true;
                    };
                };
            };
        };
    };
    BallotBoxController_giveToPanel: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: true;
                    };
                };
            };
        };
    };
    ResidentController_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        channels: ("sms" | "wechat" | "email" | "slip" | "handed" | "assisted")[];
                        invitations: {
                            channel: "sms" | "wechat" | "email" | "slip" | "handed" | "assisted";
                            count: number;
                            state: "waiting" | "sent" | "delivered" | "failed";
                        }[];
                        listHash: string | null;
                        strata: {
                            drawn: number;
                            listed: number;
                            stratum: "ordinary" | "representative" | "service_object";
                        }[];
                    };
                };
            };
        };
    };
    ResidentController_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "text/csv": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        imported: number;
                        listHash: string;
                        strata: {
                            listed: number;
                            stratum: "ordinary" | "representative" | "service_object";
                        }[];
                    };
                };
            };
        };
    };
    ResidentController_slips: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    count: number;
                    stratum: "ordinary" | "representative" | "service_object";
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
        };
    };
    RosterController_marksCsv: {
        parameters: {
            query: {
                rulebook: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    RosterController_marksXlsx: {
        parameters: {
            query: {
                rulebook: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
        };
    };
    ResidentController_residentsCsv: {
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    ResidentController_residentsXlsx: {
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
        };
    };
    RosterController_rosterCsv: {
        parameters: {
            query: {
                rulebook: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    RosterController_rosterXlsx: {
        parameters: {
            query: {
                rulebook: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
        };
    };
    AccountController_issueToken: {
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    username: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        expiresAt: number;
                        token: string;
                    };
                };
            };
        };
    };
    OperationController_health: {
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        service: string;
                        status: "up";
                    };
                };
            };
        };
    };
    OperationController_ready: {
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        database: boolean;
                        ready: boolean;
                        temporal: boolean;
                    };
                };
            };
        };
    };
}
