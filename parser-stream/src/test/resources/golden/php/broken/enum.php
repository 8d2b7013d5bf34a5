<?php
enum E: { case ; case A = ; case B; }
