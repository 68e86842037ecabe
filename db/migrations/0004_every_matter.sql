CREATE TABLE "assessed_cases" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"assessment_id" text NOT NULL,
	"dispute_id" text NOT NULL,
	"no" integer NOT NULL,
	"why" jsonb NOT NULL,
	"level_before" text NOT NULL,
	"level_after" text,
	"decision" text,
	"owner_id" text,
	"due_at" bigint,
	"state" text NOT NULL,
	"decided_at" bigint,
	"by" text,
	"done_at" bigint,
	CONSTRAINT "assessed_cases_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "assessments" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"no" integer NOT NULL,
	"at" bigint NOT NULL,
	"kind" text NOT NULL,
	"chair_id" text,
	"attendees" jsonb NOT NULL,
	"state" text NOT NULL,
	"trends" jsonb NOT NULL,
	"opened_at" bigint,
	"held_at" bigint,
	CONSTRAINT "assessments_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"station_id" text NOT NULL,
	"day" text NOT NULL,
	"kind" text NOT NULL,
	"zh" text NOT NULL,
	"en" text NOT NULL,
	"by" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "calendar_days_station_id_day_kind_pk" PRIMARY KEY("station_id","day","kind")
);
--> statement-breakpoint
CREATE TABLE "gates" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"dispute_id" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"answers" jsonb NOT NULL,
	"limits" jsonb NOT NULL,
	"mediable" boolean NOT NULL,
	"proposed" text NOT NULL,
	"track" text NOT NULL,
	CONSTRAINT "gates_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "handed_in" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"period" text NOT NULL,
	"rev" integer NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"figures" jsonb NOT NULL,
	CONSTRAINT "handed_in_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "joint_invitations" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"dispute_id" text NOT NULL,
	"slot" text NOT NULL,
	"person_id" text,
	"side" text,
	"guest" text,
	"consents" jsonb NOT NULL,
	"asked_at" bigint NOT NULL,
	"answer" text,
	"answered_at" bigint,
	"words" text,
	"came" boolean,
	CONSTRAINT "joint_invitations_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "joint_meetings" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"dispute_id" text NOT NULL,
	"no" integer NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"host_id" text NOT NULL,
	"place" text NOT NULL,
	"language" text NOT NULL,
	"interpreter_id" text,
	"state" text NOT NULL,
	"created_at" bigint NOT NULL,
	"held_at" bigint,
	"ended_at" bigint,
	"result" text,
	"present" jsonb,
	"record" text,
	CONSTRAINT "joint_meetings_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "limits" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"dispute_id" text NOT NULL,
	"code" text NOT NULL,
	"from" bigint NOT NULL,
	"until" bigint NOT NULL,
	"state" text NOT NULL,
	"ended_at" bigint,
	CONSTRAINT "limits_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"dispute_id" text NOT NULL,
	"person_id" text NOT NULL,
	"at" bigint NOT NULL,
	"until" bigint NOT NULL,
	"answer" text,
	"answered_at" bigint,
	CONSTRAINT "offers_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "patrol_asks" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"patrol_id" text NOT NULL,
	"person_id" text NOT NULL,
	"village" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"reminded_at" bigint,
	"answer" text,
	"answered_at" bigint,
	"households" integer,
	"disputes" jsonb NOT NULL,
	CONSTRAINT "patrol_asks_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "patrols" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"no" integer NOT NULL,
	"at" bigint NOT NULL,
	"until" bigint NOT NULL,
	"by" text NOT NULL,
	"villages" jsonb NOT NULL,
	"method" text NOT NULL,
	"state" text NOT NULL,
	"repeat" text NOT NULL,
	"opened_at" bigint,
	"ended_at" bigint,
	CONSTRAINT "patrols_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "preventions" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"dispute_id" text NOT NULL,
	"kind" text NOT NULL,
	"people" integer NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"reason" text NOT NULL,
	"approved_at" bigint,
	"approved_by" text,
	"refused_at" bigint,
	CONSTRAINT "preventions_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"number" text NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"at" bigint NOT NULL,
	"key_id" text NOT NULL,
	"source" text NOT NULL,
	"reporter_address" text,
	"conversation_id" text,
	"village" text,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"name" text,
	"phone" text,
	"owner_id" text,
	"leader_id" text,
	"accept_by" bigint NOT NULL,
	"accepted_at" bigint,
	"promised_by" bigint NOT NULL,
	"reason" text,
	"reason_at" bigint,
	"state" text NOT NULL,
	"answer" text,
	"answered_at" bigint,
	"told_at" bigint,
	"dispute_id" text,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "requests_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "violations" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"subject" text NOT NULL,
	"code" text NOT NULL,
	"first_at" bigint NOT NULL,
	"last_at" bigint NOT NULL,
	"ended_at" bigint,
	CONSTRAINT "violations_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "work_plans" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"dispute_id" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"why" text NOT NULL,
	"owner_id" text NOT NULL,
	"due_at" bigint NOT NULL,
	"words" text,
	"written_at" bigint,
	CONSTRAINT "work_plans_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
ALTER TABLE "buttons" ADD COLUMN "subject" text;--> statement-breakpoint
ALTER TABLE "dispute_links" ADD COLUMN "reasons" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "difficulty" text;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "uneasy_at" bigint;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "criminal_at" bigint;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "end_told_at" bigint;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "from_unit" text;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "legal_basis" text;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "result_words" text;--> statement-breakpoint
ALTER TABLE "warnings" ADD COLUMN "slot" text;--> statement-breakpoint
ALTER TABLE "warnings" ADD COLUMN "reasons" jsonb;--> statement-breakpoint
ALTER TABLE "warnings" ADD COLUMN "cases" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "warnings" ADD COLUMN "people" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "warnings" ADD COLUMN "told_at" bigint;--> statement-breakpoint
ALTER TABLE "assessed_cases" ADD CONSTRAINT "assessed_cases_station_id_dispute_id_disputes_station_id_id_fk" FOREIGN KEY ("station_id","dispute_id") REFERENCES "public"."disputes"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gates" ADD CONSTRAINT "gates_station_id_dispute_id_disputes_station_id_id_fk" FOREIGN KEY ("station_id","dispute_id") REFERENCES "public"."disputes"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_invitations" ADD CONSTRAINT "joint_invitations_station_id_dispute_id_disputes_station_id_id_fk" FOREIGN KEY ("station_id","dispute_id") REFERENCES "public"."disputes"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_meetings" ADD CONSTRAINT "joint_meetings_station_id_dispute_id_disputes_station_id_id_fk" FOREIGN KEY ("station_id","dispute_id") REFERENCES "public"."disputes"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "limits" ADD CONSTRAINT "limits_station_id_dispute_id_disputes_station_id_id_fk" FOREIGN KEY ("station_id","dispute_id") REFERENCES "public"."disputes"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_station_id_dispute_id_disputes_station_id_id_fk" FOREIGN KEY ("station_id","dispute_id") REFERENCES "public"."disputes"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preventions" ADD CONSTRAINT "preventions_station_id_dispute_id_disputes_station_id_id_fk" FOREIGN KEY ("station_id","dispute_id") REFERENCES "public"."disputes"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_plans" ADD CONSTRAINT "work_plans_station_id_dispute_id_disputes_station_id_id_fk" FOREIGN KEY ("station_id","dispute_id") REFERENCES "public"."disputes"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "assessed_cases_one" ON "assessed_cases" USING btree ("station_id","assessment_id","dispute_id");--> statement-breakpoint
CREATE INDEX "assessed_cases_dispute" ON "assessed_cases" USING btree ("station_id","dispute_id");--> statement-breakpoint
CREATE UNIQUE INDEX "assessments_no" ON "assessments" USING btree ("station_id","no");--> statement-breakpoint
CREATE INDEX "assessments_at" ON "assessments" USING btree ("station_id","state","at");--> statement-breakpoint
CREATE INDEX "calendar_days_kind" ON "calendar_days" USING btree ("station_id","kind","day");--> statement-breakpoint
CREATE INDEX "gates_dispute" ON "gates" USING btree ("station_id","dispute_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "handed_in_rev" ON "handed_in" USING btree ("station_id","period","rev");--> statement-breakpoint
CREATE INDEX "joint_invitations_meeting" ON "joint_invitations" USING btree ("station_id","meeting_id");--> statement-breakpoint
CREATE INDEX "joint_invitations_person" ON "joint_invitations" USING btree ("station_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "joint_meetings_no" ON "joint_meetings" USING btree ("station_id","dispute_id","no");--> statement-breakpoint
CREATE INDEX "joint_meetings_at" ON "joint_meetings" USING btree ("station_id","state","at");--> statement-breakpoint
CREATE UNIQUE INDEX "limits_running" ON "limits" USING btree ("station_id","dispute_id","code") WHERE state = 'running';--> statement-breakpoint
CREATE INDEX "limits_until" ON "limits" USING btree ("station_id","state","until");--> statement-breakpoint
CREATE INDEX "offers_dispute" ON "offers" USING btree ("station_id","dispute_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "patrol_asks_one" ON "patrol_asks" USING btree ("station_id","patrol_id","person_id","village");--> statement-breakpoint
CREATE INDEX "patrol_asks_person" ON "patrol_asks" USING btree ("station_id","person_id","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "patrols_no" ON "patrols" USING btree ("station_id","no");--> statement-breakpoint
CREATE INDEX "patrols_at" ON "patrols" USING btree ("station_id","state","at");--> statement-breakpoint
CREATE INDEX "preventions_dispute" ON "preventions" USING btree ("station_id","dispute_id");--> statement-breakpoint
CREATE UNIQUE INDEX "requests_number" ON "requests" USING btree ("station_id","number");--> statement-breakpoint
CREATE INDEX "requests_state" ON "requests" USING btree ("station_id","state","promised_by");--> statement-breakpoint
CREATE INDEX "requests_at" ON "requests" USING btree ("station_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "violations_open" ON "violations" USING btree ("station_id","subject","code") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "violations_at" ON "violations" USING btree ("station_id","first_at");--> statement-breakpoint
CREATE INDEX "work_plans_dispute" ON "work_plans" USING btree ("station_id","dispute_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "warnings_slot" ON "warnings" USING btree ("station_id","code","slot") WHERE slot is not null;--> statement-breakpoint
CREATE INDEX "warnings_untold" ON "warnings" USING btree ("station_id","at") WHERE told_at is null and slot is not null;--> statement-breakpoint
UPDATE "disputes" SET "end_told_at" = "updated_at" WHERE "state" IN ('CLOSED', 'REJECTED', 'MERGED');
