@@@ ## $ class A { void b() {} }
}}} ]] => ;; import 'x
final = ;
mixin on { void c() {} }
