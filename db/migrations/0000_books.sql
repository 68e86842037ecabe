CREATE TABLE "addresses" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"channel" text NOT NULL,
	"lookup" text NOT NULL,
	"channel_id" text NOT NULL,
	"person_id" text,
	"key_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"stopped_at" bigint,
	"unreachable_since" bigint,
	"wrong_codes" integer DEFAULT 0 NOT NULL,
	"wrong_since" bigint,
	CONSTRAINT "addresses_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"dispute_id" text NOT NULL,
	"number" text NOT NULL,
	"form" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"on_the_spot" boolean NOT NULL,
	"signed" boolean NOT NULL,
	"effective_at" bigint,
	"replaced_at" bigint,
	"confirmed_at" bigint,
	CONSTRAINT "agreements_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"dispute_id" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"officer_id" text NOT NULL,
	"leader_id" text NOT NULL,
	"helpers" jsonb NOT NULL,
	"suggested" jsonb,
	"reason" text,
	"accept_by" bigint NOT NULL,
	"accepted_at" bigint,
	"ended_at" bigint,
	"ended" text,
	"end_reason" text,
	CONSTRAINT "assignments_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"station_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"at" bigint NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"facts" text NOT NULL,
	"prev" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_station_id_seq_pk" PRIMARY KEY("station_id","seq")
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"station_id" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL,
	"mac" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "buttons" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"flow" text NOT NULL,
	"person_id" text,
	"role" text,
	"address_id" text,
	"dispute_id" text,
	"dispute_rev" integer,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint,
	"used_by" text,
	CONSTRAINT "buttons_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "codes" (
	"station_id" text NOT NULL,
	"hash" text NOT NULL,
	"purpose" text NOT NULL,
	"person_id" text,
	"dispute_id" text,
	"side" text,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint,
	"used_by" text,
	CONSTRAINT "codes_station_id_hash_pk" PRIMARY KEY("station_id","hash")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"dispute_id" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"side" text NOT NULL,
	"how" text NOT NULL,
	"rights_read" boolean NOT NULL,
	"willing" text,
	"note" text,
	CONSTRAINT "contacts_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"station_id" text NOT NULL,
	"address_id" text NOT NULL,
	"rev" integer NOT NULL,
	"state" text,
	"wake_at" bigint,
	"locale" text NOT NULL,
	"last_seq" bigint DEFAULT 0 NOT NULL,
	"at_risk" boolean DEFAULT false NOT NULL,
	CONSTRAINT "conversations_station_id_address_id_pk" PRIMARY KEY("station_id","address_id")
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"station_id" text NOT NULL,
	"kind" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "counters_station_id_kind_year_pk" PRIMARY KEY("station_id","kind","year")
);
--> statement-breakpoint
CREATE TABLE "cron_fire" (
	"station_id" text NOT NULL,
	"slot" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "cron_fire_station_id_slot_pk" PRIMARY KEY("station_id","slot")
);
--> statement-breakpoint
CREATE TABLE "data_keys" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"wrapped" text,
	"wrapped_by" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"destroyed_at" bigint,
	CONSTRAINT "data_keys_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "dispute_links" (
	"station_id" text NOT NULL,
	"dispute_id" text NOT NULL,
	"other_id" text NOT NULL,
	"kind" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "dispute_links_station_id_dispute_id_other_id_pk" PRIMARY KEY("station_id","dispute_id","other_id")
);
--> statement-breakpoint
CREATE TABLE "dispute_notes" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"dispute_id" text NOT NULL,
	"kind" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "dispute_notes_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "disputes" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"number" text NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"state" text NOT NULL,
	"level" text NOT NULL,
	"category" text NOT NULL,
	"village" text,
	"track" text,
	"source" text NOT NULL,
	"key_id" text NOT NULL,
	"reporter_address" text,
	"reporter_role" text,
	"conversation_id" text,
	"leader_id" text,
	"officer_id" text,
	"facts" jsonb NOT NULL,
	"amount_fen" bigint,
	"headcount" integer,
	"occurred_at" bigint,
	"complete" boolean DEFAULT false NOT NULL,
	"filed_at" bigint NOT NULL,
	"registered_at" bigint,
	"screened_at" bigint,
	"accepted_at" bigint,
	"assigned_at" bigint,
	"claimed_at" bigint,
	"contacted_at" bigint,
	"mediated_at" bigint,
	"agreed_at" bigint,
	"closed_at" bigint,
	"reopened_at" bigint,
	"accept_by" bigint,
	"contact_by" bigint,
	"target_at" bigint,
	"resume_on" text,
	"emergency_from" text,
	"emergency_at" bigint,
	"merged_into" text,
	"merged_from" text,
	"end_reason" text,
	"prank" boolean DEFAULT false NOT NULL,
	"level_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "disputes_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "due" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"at" bigint NOT NULL,
	"run_at" bigint NOT NULL,
	"priority" integer DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"payload" jsonb,
	"address_id" text,
	"event" text,
	"dispute_id" text,
	"created_at" bigint NOT NULL,
	"ended_at" bigint,
	CONSTRAINT "due_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "duties" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"dispute_id" text NOT NULL,
	"agreement_id" text NOT NULL,
	"no" integer NOT NULL,
	"debtor" text NOT NULL,
	"creditor" text NOT NULL,
	"kind" text NOT NULL,
	"what" text NOT NULL,
	"amount_fen" bigint,
	"paid_fen" bigint DEFAULT 0 NOT NULL,
	"due_at" bigint,
	"state" text NOT NULL,
	"done_at" bigint,
	CONSTRAINT "duties_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "duty_events" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"dispute_id" text NOT NULL,
	"duty_id" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"what" text NOT NULL,
	"amount_fen" bigint,
	"proof" text,
	"new_due_at" bigint,
	"reason" text,
	CONSTRAINT "duty_events_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"address_id" text,
	"dispute_id" text,
	"asked_at" bigint NOT NULL,
	"decided_at" bigint,
	"by" text,
	"result" text,
	"reason" text,
	CONSTRAINT "erasures_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"address_id" text NOT NULL,
	"dispute_id" text,
	"purpose" text,
	"type" text NOT NULL,
	"name" text,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"key_id" text NOT NULL,
	"content" "bytea" NOT NULL,
	"at" bigint NOT NULL,
	"erased_at" bigint,
	CONSTRAINT "files_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "gradings" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"dispute_id" text NOT NULL,
	"at" bigint NOT NULL,
	"level" text NOT NULL,
	"score" integer NOT NULL,
	"reasons" jsonb NOT NULL,
	"groups" jsonb NOT NULL,
	"version" text NOT NULL,
	"by" text NOT NULL,
	"why" text,
	CONSTRAINT "gradings_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "heard" (
	"station_id" text NOT NULL,
	"address_id" text NOT NULL,
	"inbound" text NOT NULL,
	"at" bigint NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "heard_station_id_address_id_inbound_pk" PRIMARY KEY("station_id","address_id","inbound")
);
--> statement-breakpoint
CREATE TABLE "mediations" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"dispute_id" text NOT NULL,
	"no" integer NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"result" text NOT NULL,
	"helpers" jsonb NOT NULL,
	"record" text NOT NULL,
	"resume_on" text,
	"remedies_told" boolean,
	CONSTRAINT "mediations_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"station_id" text NOT NULL,
	"address_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"id" text NOT NULL,
	"at" bigint NOT NULL,
	"class" text NOT NULL,
	"state" text DEFAULT 'ready' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"run_at" bigint NOT NULL,
	"priority" integer DEFAULT 0 NOT NULL,
	"content" text NOT NULL,
	"dispute_id" text,
	"reason" text,
	"ended_at" bigint,
	"after_address" text,
	"after_id" text,
	"after_content" text,
	CONSTRAINT "outbox_station_id_address_id_seq_pk" PRIMARY KEY("station_id","address_id","seq")
);
--> statement-breakpoint
CREATE TABLE "parties" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"dispute_id" text NOT NULL,
	"side" text NOT NULL,
	"label" text NOT NULL,
	"name" text,
	"name_index" text,
	"phone" text,
	"phone_index" text,
	"address_id" text,
	"willing" text,
	"at_risk" boolean DEFAULT false NOT NULL,
	"contact_plan" text,
	"rights_read_at" bigint,
	"contacted_at" bigint,
	"joined_at" bigint,
	"stopped_at" bigint,
	CONSTRAINT "parties_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"roles" jsonb NOT NULL,
	"villages" jsonb NOT NULL,
	"female" boolean DEFAULT false NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" bigint NOT NULL,
	"revoked_at" bigint,
	CONSTRAINT "people_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "referrals" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"dispute_id" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"to_unit" text NOT NULL,
	"details" text NOT NULL,
	"due_at" bigint NOT NULL,
	"ack_at" bigint,
	"result" text,
	"result_at" bigint,
	"told_reporter_at" bigint,
	CONSTRAINT "referrals_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "revisits" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"dispute_id" text NOT NULL,
	"round_id" text NOT NULL,
	"side" text NOT NULL,
	"at" bigint NOT NULL,
	"mode" text NOT NULL,
	"state" text NOT NULL,
	"answers" text,
	"score" integer,
	"verdict" text,
	"danger" jsonb,
	"attempts" jsonb NOT NULL,
	"opened_at" bigint,
	"ended_at" bigint,
	"by" text,
	CONSTRAINT "revisits_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"dispute_id" text NOT NULL,
	"no" integer NOT NULL,
	"at" bigint NOT NULL,
	"mode" text NOT NULL,
	"why" text NOT NULL,
	"state" text NOT NULL,
	"code" text,
	"verdict" text,
	"surface" integer,
	"signals" jsonb,
	"opened_at" bigint,
	"ended_at" bigint,
	CONSTRAINT "rounds_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "rulebook_versions" (
	"station_id" text NOT NULL,
	"version" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"rulebook" jsonb NOT NULL,
	CONSTRAINT "rulebook_versions_station_id_version_pk" PRIMARY KEY("station_id","version")
);
--> statement-breakpoint
CREATE TABLE "stations" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"settings" jsonb NOT NULL,
	"rulebook" jsonb,
	"demo" boolean DEFAULT false NOT NULL,
	"clock_offset_ms" bigint DEFAULT 0 NOT NULL,
	"key_check" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "third_parties" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"dispute_id" text NOT NULL,
	"revisit_id" text,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"tense" boolean NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "third_parties_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "transitions" (
	"station_id" text NOT NULL,
	"dispute_id" text NOT NULL,
	"rev" integer NOT NULL,
	"step" integer DEFAULT 0 NOT NULL,
	"at" bigint NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"role" text NOT NULL,
	"by" text NOT NULL,
	"reason" text,
	"text" text,
	CONSTRAINT "transitions_station_id_dispute_id_rev_step_pk" PRIMARY KEY("station_id","dispute_id","rev","step")
);
--> statement-breakpoint
CREATE TABLE "villages" (
	"station_id" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"names" jsonb NOT NULL,
	"township" text,
	"no" integer NOT NULL,
	CONSTRAINT "villages_station_id_code_pk" PRIMARY KEY("station_id","code")
);
--> statement-breakpoint
CREATE TABLE "warnings" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"dispute_id" text,
	"code" text NOT NULL,
	"about" text NOT NULL,
	"at" bigint NOT NULL,
	"ended_at" bigint,
	CONSTRAINT "warnings_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_station_id_dispute_id_disputes_station_id_id_fk" FOREIGN KEY ("station_id","dispute_id") REFERENCES "public"."disputes"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_station_id_dispute_id_disputes_station_id_id_fk" FOREIGN KEY ("station_id","dispute_id") REFERENCES "public"."disputes"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_station_id_dispute_id_disputes_station_id_id_fk" FOREIGN KEY ("station_id","dispute_id") REFERENCES "public"."disputes"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_links" ADD CONSTRAINT "dispute_links_station_id_dispute_id_disputes_station_id_id_fk" FOREIGN KEY ("station_id","dispute_id") REFERENCES "public"."disputes"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_notes" ADD CONSTRAINT "dispute_notes_station_id_dispute_id_disputes_station_id_id_fk" FOREIGN KEY ("station_id","dispute_id") REFERENCES "public"."disputes"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_station_id_dispute_id_disputes_station_id_id_fk" FOREIGN KEY ("station_id","dispute_id") REFERENCES "public"."disputes"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_events" ADD CONSTRAINT "duty_events_station_id_dispute_id_disputes_station_id_id_fk" FOREIGN KEY ("station_id","dispute_id") REFERENCES "public"."disputes"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gradings" ADD CONSTRAINT "gradings_station_id_dispute_id_disputes_station_id_id_fk" FOREIGN KEY ("station_id","dispute_id") REFERENCES "public"."disputes"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mediations" ADD CONSTRAINT "mediations_station_id_dispute_id_disputes_station_id_id_fk" FOREIGN KEY ("station_id","dispute_id") REFERENCES "public"."disputes"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parties" ADD CONSTRAINT "parties_station_id_dispute_id_disputes_station_id_id_fk" FOREIGN KEY ("station_id","dispute_id") REFERENCES "public"."disputes"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_station_id_dispute_id_disputes_station_id_id_fk" FOREIGN KEY ("station_id","dispute_id") REFERENCES "public"."disputes"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisits" ADD CONSTRAINT "revisits_station_id_dispute_id_disputes_station_id_id_fk" FOREIGN KEY ("station_id","dispute_id") REFERENCES "public"."disputes"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_station_id_dispute_id_disputes_station_id_id_fk" FOREIGN KEY ("station_id","dispute_id") REFERENCES "public"."disputes"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "third_parties" ADD CONSTRAINT "third_parties_station_id_dispute_id_disputes_station_id_id_fk" FOREIGN KEY ("station_id","dispute_id") REFERENCES "public"."disputes"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transitions" ADD CONSTRAINT "transitions_station_id_dispute_id_disputes_station_id_id_fk" FOREIGN KEY ("station_id","dispute_id") REFERENCES "public"."disputes"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "addresses_lookup" ON "addresses" USING btree ("station_id","channel","lookup");--> statement-breakpoint
CREATE INDEX "addresses_person" ON "addresses" USING btree ("station_id","person_id") WHERE person_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_number" ON "agreements" USING btree ("station_id","number");--> statement-breakpoint
CREATE INDEX "agreements_dispute" ON "agreements" USING btree ("station_id","dispute_id","at");--> statement-breakpoint
CREATE INDEX "assignments_dispute" ON "assignments" USING btree ("station_id","dispute_id","at");--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("station_id","subject","seq");--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit" USING btree ("station_id","actor","seq");--> statement-breakpoint
CREATE INDEX "buttons_dispute" ON "buttons" USING btree ("station_id","dispute_id");--> statement-breakpoint
CREATE INDEX "codes_person" ON "codes" USING btree ("station_id","person_id");--> statement-breakpoint
CREATE INDEX "codes_dispute" ON "codes" USING btree ("station_id","dispute_id");--> statement-breakpoint
CREATE INDEX "contacts_dispute" ON "contacts" USING btree ("station_id","dispute_id","at");--> statement-breakpoint
CREATE INDEX "conversations_wake" ON "conversations" USING btree ("station_id","wake_at") WHERE wake_at is not null;--> statement-breakpoint
CREATE INDEX "data_keys_wrapped_by" ON "data_keys" USING btree ("station_id","wrapped_by","id");--> statement-breakpoint
CREATE INDEX "dispute_notes_dispute" ON "dispute_notes" USING btree ("station_id","dispute_id","kind","at");--> statement-breakpoint
CREATE UNIQUE INDEX "disputes_number" ON "disputes" USING btree ("station_id","number");--> statement-breakpoint
CREATE INDEX "disputes_state" ON "disputes" USING btree ("station_id","state","updated_at");--> statement-breakpoint
CREATE INDEX "disputes_village" ON "disputes" USING btree ("station_id","village","filed_at");--> statement-breakpoint
CREATE INDEX "disputes_filed" ON "disputes" USING btree ("station_id","filed_at");--> statement-breakpoint
CREATE INDEX "disputes_officer" ON "disputes" USING btree ("station_id","officer_id");--> statement-breakpoint
CREATE INDEX "disputes_leader" ON "disputes" USING btree ("station_id","leader_id");--> statement-breakpoint
CREATE INDEX "disputes_reporter" ON "disputes" USING btree ("station_id","reporter_address") WHERE reporter_address is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "disputes_conversation" ON "disputes" USING btree ("station_id","conversation_id") WHERE conversation_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "due_key" ON "due" USING btree ("station_id","key" text_pattern_ops) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "due_next" ON "due" USING btree ("station_id","run_at") WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "duties_no" ON "duties" USING btree ("station_id","agreement_id","no");--> statement-breakpoint
CREATE INDEX "duties_dispute" ON "duties" USING btree ("station_id","dispute_id");--> statement-breakpoint
CREATE INDEX "duties_due" ON "duties" USING btree ("station_id","state","due_at");--> statement-breakpoint
CREATE INDEX "duty_events_duty" ON "duty_events" USING btree ("station_id","duty_id","at");--> statement-breakpoint
CREATE INDEX "erasures_open" ON "erasures" USING btree ("station_id","decided_at");--> statement-breakpoint
CREATE INDEX "files_dispute" ON "files" USING btree ("station_id","dispute_id","at");--> statement-breakpoint
CREATE INDEX "files_address" ON "files" USING btree ("station_id","address_id");--> statement-breakpoint
CREATE INDEX "gradings_dispute" ON "gradings" USING btree ("station_id","dispute_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "mediations_no" ON "mediations" USING btree ("station_id","dispute_id","no");--> statement-breakpoint
CREATE INDEX "outbox_head" ON "outbox" USING btree ("station_id","address_id","seq") WHERE state in ('ready', 'sending');--> statement-breakpoint
CREATE INDEX "outbox_next" ON "outbox" USING btree ("station_id","priority" DESC NULLS LAST,"run_at") WHERE state in ('ready', 'sending');--> statement-breakpoint
CREATE INDEX "outbox_dead" ON "outbox" USING btree ("station_id","ended_at") WHERE state in ('dead', 'unknown');--> statement-breakpoint
CREATE UNIQUE INDEX "parties_side" ON "parties" USING btree ("station_id","dispute_id","side");--> statement-breakpoint
CREATE INDEX "parties_phone" ON "parties" USING btree ("station_id","phone_index") WHERE phone_index is not null;--> statement-breakpoint
CREATE INDEX "parties_name" ON "parties" USING btree ("station_id","name_index") WHERE name_index is not null;--> statement-breakpoint
CREATE INDEX "parties_address" ON "parties" USING btree ("station_id","address_id") WHERE address_id is not null;--> statement-breakpoint
CREATE INDEX "referrals_dispute" ON "referrals" USING btree ("station_id","dispute_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "revisits_side" ON "revisits" USING btree ("station_id","round_id","side");--> statement-breakpoint
CREATE INDEX "revisits_dispute" ON "revisits" USING btree ("station_id","dispute_id","at");--> statement-breakpoint
CREATE INDEX "revisits_state" ON "revisits" USING btree ("station_id","state","at");--> statement-breakpoint
CREATE UNIQUE INDEX "rounds_no" ON "rounds" USING btree ("station_id","dispute_id","no");--> statement-breakpoint
CREATE INDEX "rounds_at" ON "rounds" USING btree ("station_id","state","at");--> statement-breakpoint
CREATE INDEX "third_parties_dispute" ON "third_parties" USING btree ("station_id","dispute_id","at");--> statement-breakpoint
CREATE INDEX "transitions_at" ON "transitions" USING btree ("station_id","at");--> statement-breakpoint
CREATE INDEX "warnings_dispute" ON "warnings" USING btree ("station_id","dispute_id","code","about");