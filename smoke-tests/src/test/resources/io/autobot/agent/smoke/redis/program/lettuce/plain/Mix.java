package program;

import io.lettuce.core.api.sync.RedisCommands;
import java.util.HashMap;
import java.util.Map;

/** More than fifty commands, with hits, misses and error replies, over the synchronous API. */
final class Mix {
    private Mix() {}

    static void run(RedisCommands<String, String> redis, int db, String prefix, Ledger ledger) {
        strings(redis, db, prefix + ":s:", ledger);
        hashes(redis, db, prefix + ":h", ledger);
        lists(redis, db, prefix + ":l", ledger);
        sets(redis, db, prefix + ":t", ledger);
        sorted(redis, db, prefix + ":z", ledger);
        others(redis, db, prefix + ":o:", ledger);
    }

    private static void strings(RedisCommands<String, String> redis, int db, String key, Ledger ledger) {
        ledger.call(db, "set", () -> redis.set(key + 1, "a"));
        ledger.call(db, "get", () -> redis.get(key + 1));
        ledger.call(db, "get", () -> redis.get(key + "missing"));
        ledger.call(db, "get", () -> redis.get(key + "missing"));
        ledger.call(db, "setex", () -> redis.setex(key + 2, 100, "b"));
        ledger.call(db, "psetex", () -> redis.psetex(key + 3, 100_000L, "c"));
        ledger.call(db, "setnx", () -> redis.setnx(key + 1, "d"));
        ledger.call(db, "getset", () -> redis.getset(key + 1, "e"));
        ledger.call(db, "append", () -> redis.append(key + 1, "f"));
        ledger.call(db, "strlen", () -> redis.strlen(key + 1));
        ledger.call(db, "getrange", () -> redis.getrange(key + 1, 0, 1));
        ledger.call(db, "setrange", () -> redis.setrange(key + 1, 1, "g"));
        ledger.call(db, "incr", () -> redis.incr(key + "n"));
        ledger.call(db, "incr", () -> redis.incr(key + 1));
        ledger.call(db, "incrby", () -> redis.incrby(key + "n", 5));
        ledger.call(db, "decr", () -> redis.decr(key + "n"));
        ledger.call(db, "decrby", () -> redis.decrby(key + "n", 2));
        ledger.call(db, "incrbyfloat", () -> redis.incrbyfloat(key + "f", 0.5));
        ledger.call(db, "setbit", () -> redis.setbit(key + "b", 7, 1));
        ledger.call(db, "getbit", () -> redis.getbit(key + "b", 7));
        ledger.call(db, "bitcount", () -> redis.bitcount(key + "b"));
    }

    private static void hashes(RedisCommands<String, String> redis, int db, String key, Ledger ledger) {
        Map<String, String> fields = new HashMap<>();
        fields.put("a", "1");
        fields.put("b", "2");
        ledger.call(db, "hset", () -> redis.hset(key, "x", "1"));
        ledger.call(db, "hmset", () -> redis.hmset(key, fields));
        ledger.call(db, "hget", () -> redis.hget(key, "x"));
        ledger.call(db, "hget", () -> redis.hget(key, "missing"));
        ledger.call(db, "hmget", () -> redis.hmget(key, "a", "missing"));
        ledger.call(db, "hgetall", () -> redis.hgetall(key));
        ledger.call(db, "hgetall", () -> redis.hgetall(key + ":missing"));
        ledger.call(db, "hincrby", () -> redis.hincrby(key, "x", 3));
        ledger.call(db, "hexists", () -> redis.hexists(key, "x"));
        ledger.call(db, "hlen", () -> redis.hlen(key));
        ledger.call(db, "hkeys", () -> redis.hkeys(key));
        ledger.call(db, "hvals", () -> redis.hvals(key));
        ledger.call(db, "hdel", () -> redis.hdel(key, "x"));
    }

    private static void lists(RedisCommands<String, String> redis, int db, String key, Ledger ledger) {
        ledger.call(db, "rpush", () -> redis.rpush(key, "a", "b", "c", "d"));
        ledger.call(db, "lpush", () -> redis.lpush(key, "z"));
        ledger.call(db, "llen", () -> redis.llen(key));
        ledger.call(db, "lrange", () -> redis.lrange(key, 0, -1));
        ledger.call(db, "lindex", () -> redis.lindex(key, 0));
        ledger.call(db, "lindex", () -> redis.lindex(key, 99));
        ledger.call(db, "lset", () -> redis.lset(key, 0, "y"));
        ledger.call(db, "lset", () -> redis.lset(key, 99, "y"));
        ledger.call(db, "lrem", () -> redis.lrem(key, 1, "b"));
        ledger.call(db, "lpop", () -> redis.lpop(key));
        ledger.call(db, "lpop", () -> redis.lpop(key + ":missing"));
        ledger.call(db, "rpop", () -> redis.rpop(key));
        ledger.call(db, "rpop", () -> redis.rpop(key + ":missing"));
        ledger.call(db, "ltrim", () -> redis.ltrim(key, 0, 0));
    }

    private static void sets(RedisCommands<String, String> redis, int db, String key, Ledger ledger) {
        ledger.call(db, "sadd", () -> redis.sadd(key, "a", "b", "c"));
        ledger.call(db, "smembers", () -> redis.smembers(key));
        ledger.call(db, "sismember", () -> redis.sismember(key, "a"));
        ledger.call(db, "scard", () -> redis.scard(key));
        ledger.call(db, "srandmember", () -> redis.srandmember(key));
        ledger.call(db, "srandmember", () -> redis.srandmember(key + ":missing"));
        ledger.call(db, "spop", () -> redis.spop(key));
        ledger.call(db, "spop", () -> redis.spop(key + ":missing"));
        ledger.call(db, "srem", () -> redis.srem(key, "a"));
        ledger.call(db, "sadd", () -> redis.sadd(key.replace(":t", ":l"), "wrong type"));
    }

    private static void sorted(RedisCommands<String, String> redis, int db, String key, Ledger ledger) {
        ledger.call(db, "zadd", () -> redis.zadd(key, 1.0, "a"));
        ledger.call(db, "zadd", () -> redis.zadd(key, 2.0, "b"));
        ledger.call(db, "zscore", () -> redis.zscore(key, "a"));
        ledger.call(db, "zscore", () -> redis.zscore(key, "missing"));
        ledger.call(db, "zrank", () -> redis.zrank(key, "b"));
        ledger.call(db, "zrank", () -> redis.zrank(key, "missing"));
        ledger.call(db, "zrevrank", () -> redis.zrevrank(key, "b"));
        ledger.call(db, "zrevrank", () -> redis.zrevrank(key, "missing"));
        ledger.call(db, "zrange", () -> redis.zrange(key, 0, -1));
        ledger.call(db, "zincrby", () -> redis.zincrby(key, 1.5, "a"));
        ledger.call(db, "zcard", () -> redis.zcard(key));
        ledger.call(db, "zcount", () -> redis.zcount(key, 0.0, 9.0));
        ledger.call(db, "zrem", () -> redis.zrem(key, "a"));
    }

    private static void others(RedisCommands<String, String> redis, int db, String key, Ledger ledger) {
        ledger.call(db, "pfadd", () -> redis.pfadd(key + "p", "a", "b"));
        ledger.call(db, "pfcount", () -> redis.pfcount(key + "p"));
        ledger.call(db, "geoadd", () -> redis.geoadd(key + "g", 13.4, 52.5, "berlin"));
        ledger.call(db, "geopos", () -> redis.geopos(key + "g", "berlin", "missing"));
        ledger.call(db, "exists", () -> redis.exists(key + "p"));
        ledger.call(db, "expire", () -> redis.expire(key + "p", 100));
        ledger.call(db, "ttl", () -> redis.ttl(key + "p"));
        ledger.call(db, "persist", () -> redis.persist(key + "p"));
        ledger.call(db, "type", () -> redis.type(key + "p"));
        ledger.call(db, "del", () -> redis.del(key + "p"));
        ledger.call(db, "unlink", () -> redis.unlink(key + "g"));
    }
}
