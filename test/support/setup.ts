// What every test file starts from: no byte leaves the machine, and days do not depend on where the machine stands.
import nock from 'nock';

process.env.TZ = 'UTC';

nock.disableNetConnect();
nock.enableNetConnect(/^(127\.0\.0\.1|localhost|\[?::1\]?)(:\d+)?$/);
