-- What somebody may write he may read: a policy FOR ALL was asked at every read as well, beside the one for reading that says more.
-- On what is read all day each becomes three of the same words, for writing alone.
DO $$
DECLARE
  v record;
  v_does text;
BEGIN
  FOR v IN
    SELECT p.tablename, p.policyname, p.qual, p.with_check FROM pg_policies p
      JOIN (VALUES ('contacts', 'write'), ('contact_roles', 'work'), ('taggings', 'write'), ('tags', 'own'), ('tags', 'write'), ('tasks', 'work'),
        ('users', 'write'), ('stages', 'write'), ('pipelines', 'write'), ('object_types', 'write'), ('lead_sources', 'write'), ('lead_rules', 'write'))
        AS often (tablename, policyname) USING (tablename, policyname)
     WHERE p.schemaname = 'public' AND p.cmd = 'ALL' AND p.permissive = 'PERMISSIVE'
  LOOP
    FOREACH v_does IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
      EXECUTE format('CREATE POLICY %I ON %I FOR %s TO parley_app %s %s', v.policyname || '_' || v_does, v.tablename, v_does,
        CASE WHEN v_does <> 'insert' THEN 'USING (' || v.qual || ')' END,
        CASE WHEN v_does <> 'delete' THEN 'WITH CHECK (' || coalesce(v.with_check, v.qual) || ')' END);
    END LOOP;
    EXECUTE format('DROP POLICY %I ON %I', v.policyname, v.tablename);
  END LOOP;
END $$;
